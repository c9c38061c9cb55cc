// cel: makes constraints and bindings, asks cel-go about them, and writes what it says, a JSON object
// a line: first the bindings, then the cases.
//
//	go run . SEED COUNT > cases.jsonl
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math/rand"
	"os"
	"regexp"
	"strconv"
	"unicode/utf8"

	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/common/types/ref"
)

// What the variables hold; what is in `unknown` is not known.
type bindings struct {
	Config     map[string]any    `json:"config"` // without the unknown ones
	Written    map[string]string `json:"written"`
	Kafka      string            `json:"kafka"`
	Role       string            `json:"role"`
	Partitions int64             `json:"partitions"`
	Unknown    []string          `json:"unknown"`
}

type outcome struct {
	Text    string `json:"text"`
	Binding int    `json:"binding"`
	// refused, error, unknown or value
	Outcome string `json:"outcome"`
	Value   any    `json:"value,omitempty"`
}

func makeBindings(random *rand.Rand) bindings {
	pick := func(of ...any) any { return of[random.Intn(len(of))] }
	made := bindings{
		Config: map[string]any{
			"acks":               pick("all", "-1", "0", "1", nil),
			"client.id":          pick("", "a", "äöü", nil),
			"linger.ms":          pick(int64(0), int64(5), int64(1000), int64(-1)),
			"retries":            pick(int64(2147483647), int64(0), nil),
			"enable.idempotence": pick(true, false),
			"ratio":              pick(0.5, 0.0, 1e10),
			"bootstrap.servers":  pick([]string{}, []string{"a:9092", "b:9092"}),
			"any":                pick("text", int64(3), 2.5, nil),
		},
		Written:    map[string]string{"acks": "all", "linger.ms": "5"},
		Kafka:      pick("3.0.0", "3.9.2", "4.0.0").(string),
		Role:       pick("producer", "all", "30s", "linger.ms", "3.0").(string),
		Partitions: pick(int64(1), int64(12)).(int64),
	}
	for _, key := range []string{"acks", "client.id", "linger.ms", "retries", "enable.idempotence", "ratio",
		"bootstrap.servers", "any"} {
		if random.Intn(4) == 0 {
			made.Unknown = append(made.Unknown, key)
			delete(made.Config, key)
		}
	}
	for _, name := range []string{"written", "role", "partitions"} {
		if random.Intn(6) == 0 {
			made.Unknown = append(made.Unknown, name)
		}
	}
	return made
}

func (b bindings) activation() (any, error) {
	variables := map[string]any{"written": b.Written, "role": b.Role, "partitions": b.Partitions}
	parsed, _ := parseVersion(b.Kafka)
	variables["kafka"] = parsed
	config := map[string]any{}
	for key, value := range b.Config {
		variables[variableOf(key)] = value
		if value == nil {
			variables[variableOf(key)] = types.NullValue
		}
		config[key] = variables[variableOf(key)]
	}
	variables["config"] = config
	var patterns []*cel.AttributePatternType
	for _, name := range b.Unknown {
		if _, isKey := configKeys[name]; isKey {
			patterns = append(patterns, cel.AttributePattern("config").QualString(name),
				cel.AttributePattern(variableOf(name)))
		} else {
			patterns = append(patterns, cel.AttributePattern(name))
		}
	}
	return cel.PartialVars(variables, patterns...)
}

func ask(environment *cel.Env, text string, activation any) (result outcome) {
	result.Text = text
	result.Outcome = "refused"
	checked := compile(environment, text)
	if checked == nil || !inSubset(checked.NativeRep()) {
		return result
	}
	program, err := environment.Program(checked, cel.EvalOptions(cel.OptPartialEval))
	if err != nil {
		return result
	}
	value, _, err := program.Eval(activation)
	switch {
	case err != nil:
		result.Outcome = "error"
	case types.IsUnknown(value):
		result.Outcome = "unknown"
	default:
		result.Outcome = "value"
		result.Value = shown(value.(ref.Val))
	}
	return result
}

// Forms that the two write differently on purpose, and that no check sees: names with a leading dot,
// a macro's element in parentheses.
var outside = regexp.MustCompile(`(^|[^\w)\]"'\s]|\bin)\s*\.\s*[A-Za-z_]|(all|exists)\(\s*\(|\x60`)

func run(seed int64, count int) error {
	random := rand.New(rand.NewSource(seed))
	environment, err := newEnvironment()
	if err != nil {
		return err
	}
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	var all []bindings
	var activations []any
	for i := 0; i < 24; i++ {
		all = append(all, makeBindings(random))
		activation, err := all[i].activation()
		if err != nil {
			return err
		}
		activations = append(activations, activation)
	}
	if err := encoder.Encode(map[string]any{"bindings": all}); err != nil {
		return err
	}
	generator := &generator{random: random}
	for done := 0; done < count; {
		text := generator.constraint()
		if outside.MatchString(text) || !utf8.ValidString(text) || len(text) > 2000 {
			continue
		}
		binding := random.Intn(len(all))
		result := ask(environment, text, activations[binding])
		result.Binding = binding
		if err := encoder.Encode(result); err != nil {
			return err
		}
		done++
	}
	return nil
}

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: cel SEED COUNT")
		os.Exit(2)
	}
	seed, _ := strconv.ParseInt(os.Args[1], 10, 64)
	count, _ := strconv.Atoi(os.Args[2])
	if err := run(seed, count); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
}
