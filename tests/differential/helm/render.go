// Renders charts with Helm's own engine and reads the result as Kubernetes does.
//
// In: a JSON list of charts, each a map from path to content. Out: a list of the same length, of the
// documents of every template as JSON, or the error that Helm ends with.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"sort"
	"strings"

	"helm.sh/helm/v3/pkg/chart/loader"
	"helm.sh/helm/v3/pkg/chartutil"
	"helm.sh/helm/v3/pkg/engine"
	"sigs.k8s.io/yaml"
)

type result struct {
	Error     string         `json:"error,omitempty"`
	Documents map[string]any `json:"documents,omitempty"`
}

var separator = regexp.MustCompile(`(?m)^---.*$`)

func render(files map[string]string) (map[string]any, error) {
	var buffered []*loader.BufferedFile
	for name, content := range files {
		buffered = append(buffered, &loader.BufferedFile{Name: name, Data: []byte(content)})
	}
	sort.Slice(buffered, func(i, j int) bool { return buffered[i].Name < buffered[j].Name })
	chart, err := loader.LoadFiles(buffered)
	if err != nil {
		return nil, err
	}
	if err := chartutil.ProcessDependencies(chart, map[string]any{}); err != nil {
		return nil, err
	}
	release := chartutil.ReleaseOptions{Name: "release", Namespace: "space", Revision: 1, IsInstall: true}
	values, err := chartutil.ToRenderValues(chart, map[string]any{}, release, nil)
	if err != nil {
		return nil, err
	}
	rendered, err := engine.Render(chart, values)
	if err != nil {
		return nil, err
	}
	documents := map[string]any{}
	for path, text := range rendered {
		for _, part := range separator.Split(text, -1) {
			if strings.TrimSpace(part) == "" {
				continue
			}
			var document any
			if err := yaml.Unmarshal([]byte(part), &document); err != nil {
				return nil, fmt.Errorf("%s: %w", path, err)
			}
			// The first component is the chart's name.
			documents[path[strings.Index(path, "/")+1:]] = document
		}
	}
	return documents, nil
}

func main() {
	var charts []map[string]string
	if err := json.NewDecoder(os.Stdin).Decode(&charts); err != nil {
		panic(err)
	}
	results := make([]result, len(charts))
	for i, files := range charts {
		documents, err := render(files)
		if err != nil {
			results[i].Error = err.Error()
		} else {
			results[i].Documents = documents
		}
	}
	if err := json.NewEncoder(os.Stdout).Encode(results); err != nil {
		panic(err)
	}
}
