// cel-go with the variables and functions of the constraint language, and nothing more than its
// subset.
package main

import (
	"errors"
	"fmt"
	"math"
	"math/big"
	"reflect"
	"regexp"
	"strconv"
	"strings"

	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common/ast"
	"cel.dev/cel-go/common/env"
	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/common/types/ref"
	"cel.dev/cel-go/common/types/traits"
)

// A Kafka version, which orders itself.
type version [4]uint8

var (
	versionType  = cel.OpaqueType("version")
	versionValue = types.NewTypeValue("version", traits.ComparerType)
)

func parseVersion(text string) (version, bool) {
	var result version
	parts := strings.Split(text, ".")
	if len(parts) > len(result) {
		return result, false
	}
	for i, part := range parts {
		number, err := strconv.ParseUint(part, 10, 8)
		if err != nil {
			return result, false
		}
		result[i] = uint8(number)
	}
	return result, len(parts) < len(result) || result[0] == 0
}

func (v version) ConvertToNative(reflect.Type) (any, error) { return nil, errors.New("no native form") }
func (v version) ConvertToType(ref.Type) ref.Val            { return types.NewErr("no conversion") }
func (v version) Type() ref.Type                            { return versionValue }
func (v version) Value() any                                { return [4]uint8(v) }
func (v version) Equal(other ref.Val) ref.Val {
	same, ok := other.(version)
	return types.Bool(ok && same == v)
}
func (v version) Compare(other ref.Val) ref.Val {
	second, ok := other.(version)
	if !ok {
		return types.MaybeNoSuchOverloadErr(other)
	}
	for i := range v {
		if v[i] != second[i] {
			if v[i] < second[i] {
				return types.IntNegOne
			}
			return types.IntOne
		}
	}
	return types.IntZero
}

var sizePattern = regexp.MustCompile(`^([0-9]+)(B|KiB|MiB|GiB|TiB|kB|MB|GB|TB)$`)

func parseDataSize(text string) (int64, bool) {
	found := sizePattern.FindStringSubmatch(text)
	if found == nil {
		return 0, false
	}
	number, _ := new(big.Int).SetString(found[1], 10)
	exponent := int64(strings.Index("BKMGTkMGT", found[2][:1])) % 5
	if found[2] == "kB" {
		exponent = 1
	}
	base := int64(1000)
	if strings.Contains(found[2], "i") {
		base = 1024
	}
	number.Mul(number, new(big.Int).Exp(big.NewInt(base), big.NewInt(exponent), nil))
	return number.Int64(), number.IsInt64()
}

// The keys that constraints may read, as variables of their types.
var configKeys = map[string]*cel.Type{
	"acks":               cel.NullableType(cel.StringType),
	"client.id":          cel.NullableType(cel.StringType),
	"linger.ms":          cel.NullableType(cel.IntType),
	"retries":            cel.NullableType(cel.IntType),
	"enable.idempotence": cel.NullableType(cel.BoolType),
	"ratio":              cel.NullableType(cel.DoubleType),
	"bootstrap.servers":  cel.ListType(cel.StringType),
	"any":                cel.DynType,
}

func variableOf(key string) string { return "config_" + strings.ReplaceAll(key, ".", "_") }

func isIdentifier(expr ast.Expr, name string) bool {
	return expr.Kind() == ast.IdentKind && expr.AsIdent() == name
}

func constantText(expr ast.Expr) (string, bool) {
	if expr.Kind() != ast.LiteralKind {
		return "", false
	}
	text, ok := expr.AsLiteral().(types.String)
	return string(text), ok
}

// config["acks"] becomes a variable of the key's own type.
func useVariables(parsed *cel.Ast) {
	factory := ast.NewExprFactory()
	ast.PostOrderVisit(parsed.NativeRep().Expr(), ast.NewExprVisitor(func(expr ast.Expr) {
		if expr.Kind() != ast.CallKind || expr.AsCall().FunctionName() != "_[_]" {
			return
		}
		args := expr.AsCall().Args()
		key, literal := constantText(args[1])
		if _, known := configKeys[key]; known && literal && isIdentifier(args[0], "config") {
			expr.SetKindCase(factory.NewIdent(expr.ID(), variableOf(key)))
		}
	}))
}

// Parses and checks; nothing where one of the two fails.
func compile(environment *cel.Env, text string) *cel.Ast {
	parsed, issues := environment.Parse(text)
	if issues.Err() != nil {
		return nil
	}
	useVariables(parsed)
	checked, issues := environment.Check(parsed)
	if issues.Err() != nil {
		return nil
	}
	return checked
}

func include(name string, overloads ...string) *env.Function {
	function := &env.Function{Name: name}
	for _, id := range overloads {
		function.Overloads = append(function.Overloads, &env.Overload{ID: id})
	}
	return function
}

func newEnvironment() (*cel.Env, error) {
	subset := &env.LibrarySubset{IncludeMacros: []string{"all", "exists"}}
	for _, name := range []string{"_&&_", "_||_", "!_", "-_", "_?_:_", "_==_", "_!=_", "_<_", "_<=_", "_>_",
		"_>=_", "_*_", "_/_", "_%_", "_[_]", "@in", "@not_strictly_false", "size", "contains",
		"startsWith", "endsWith", "matches"} {
		subset.IncludeFunctions = append(subset.IncludeFunctions, include(name))
	}
	subset.IncludeFunctions = append(subset.IncludeFunctions,
		include("_+_", "add_int64", "add_double", "add_string", "add_list", "add_duration_duration"),
		include("_-_", "subtract_int64", "subtract_double", "subtract_duration_duration"),
		include("int", "int64_to_int64", "double_to_int64", "string_to_int64"),
		include("double", "double_to_double", "int64_to_double", "string_to_double"),
		include("string", "string_to_string", "bool_to_string", "int64_to_string", "double_to_string",
			"duration_to_string"),
		include("duration", "duration_to_duration", "string_to_duration"),
		include("getHours", "duration_to_hours"), include("getMinutes", "duration_to_minutes"),
		include("getSeconds", "duration_to_seconds"), include("getMilliseconds", "duration_to_milliseconds"))
	options := []cel.EnvOption{
		cel.StdLib(cel.StdLibSubset(subset)),
		cel.ASTValidators(cel.ValidateDurationLiterals()),
		cel.Variable("config", cel.MapType(cel.StringType, cel.DynType)),
		cel.Variable("written", cel.MapType(cel.StringType, cel.StringType)),
		cel.Variable("kafka", versionType),
		cel.Variable("role", cel.StringType),
		cel.Variable("partitions", cel.IntType),
		cel.Function("version", cel.Overload("string_to_version", []*cel.Type{cel.StringType}, versionType,
			cel.UnaryBinding(func(text ref.Val) ref.Val {
				if parsed, ok := parseVersion(string(text.(types.String))); ok {
					return parsed
				}
				return types.NewErr("no version")
			}))),
		cel.Function("dataSize", cel.Overload("string_to_size", []*cel.Type{cel.StringType}, cel.IntType,
			cel.UnaryBinding(func(text ref.Val) ref.Val {
				if bytes, ok := parseDataSize(string(text.(types.String))); ok {
					return types.Int(bytes)
				}
				return types.NewErr("no size")
			}))),
	}
	for key, kind := range configKeys {
		options = append(options, cel.Variable(variableOf(key), kind))
	}
	for _, operator := range []string{"_<_", "_<=_", "_>_", "_>=_"} {
		options = append(options, cel.Function(operator,
			cel.Overload("version"+operator, []*cel.Type{versionType, versionType}, cel.BoolType)))
	}
	return cel.NewCustomEnv(options...)
}

// Whether the checked constraint stays within the subset: fields, literals of other types, names of
// types and `config` as a value are outside, and so are literals that version(), dataSize() and
// matches() never accept. (cel-go's own validator of expressions looks at the wrong argument of
// matches(text, expression).)
func inSubset(checked *ast.AST) bool {
	inside := true
	var walk func(expr ast.Expr)
	walk = func(expr ast.Expr) {
		switch expr.Kind() {
		case ast.LiteralKind:
			switch expr.AsLiteral().(type) {
			case types.Bytes, types.Uint:
				inside = false
			}
		case ast.SelectKind, ast.MapKind, ast.StructKind:
			inside = false
		case ast.IdentKind:
			inside = inside && !isIdentifier(expr, "config") && !strings.HasPrefix(expr.AsIdent(), ".") &&
				checked.GetType(expr.ID()).Kind() != types.TypeKind
		case ast.ListKind:
			for _, item := range expr.AsList().Elements() {
				walk(item)
			}
		case ast.ComprehensionKind:
			walk(expr.AsComprehension().IterRange())
			// The step is `accumulator && condition`.
			walk(expr.AsComprehension().LoopStep())
		case ast.CallKind:
			call := expr.AsCall()
			args := call.Args()
			if len(args) > 0 {
				if text, ok := constantText(args[len(args)-1]); ok {
					if _, valid := parseVersion(text); call.FunctionName() == "version" && !valid {
						inside = false
					}
					if _, err := regexp.Compile(text); call.FunctionName() == "matches" && err != nil {
						inside = false
					}
					if _, valid := parseDataSize(text); call.FunctionName() == "dataSize" && !valid {
						inside = false
					}
				}
			}
			if call.IsMemberFunction() {
				walk(call.Target())
			}
			for i, arg := range args {
				if isIdentifier(arg, "config") && ((call.FunctionName() == "_[_]" && i == 0) || (call.FunctionName() == "@in" && i == 1)) {
					if _, literal := constantText(args[1]); call.FunctionName() == "_[_]" && literal {
						inside = false
					}
					continue
				}
				walk(arg)
			}
		}
	}
	walk(checked.Expr())
	return inside
}

// A value as both sides write it down.
func shown(value ref.Val) any {
	switch v := value.(type) {
	case types.Null:
		return "null"
	case types.Bool:
		return fmt.Sprint(bool(v))
	case types.Int:
		return fmt.Sprint(int64(v))
	case types.Double:
		if math.IsNaN(float64(v)) {
			return "double nan"
		}
		return fmt.Sprintf("double %x", math.Float64bits(float64(v)))
	case types.String:
		return "text " + string(v)
	case types.Duration:
		return fmt.Sprintf("%dns", v.Nanoseconds())
	case version:
		return fmt.Sprintf("version %d.%d.%d.%d", v[0], v[1], v[2], v[3])
	case traits.Lister:
		items := []any{}
		for i := types.Int(0); i < v.Size().(types.Int); i++ {
			items = append(items, shown(v.Get(i)))
		}
		return items
	case traits.Mapper:
		return "map"
	}
	return fmt.Sprintf("%T", value)
}
