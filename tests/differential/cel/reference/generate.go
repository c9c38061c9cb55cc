// Random constraints: mostly well typed, some of wrong types, some malformed.
package main

import (
	"fmt"
	"math/rand"
	"strings"
)

type generator struct {
	random *rand.Rand
	bound  []boundName
}

// An element of an enclosing all or exists.
type boundName struct{ name, kind string }

func (g *generator) chance(percent int) bool { return g.random.Intn(100) < percent }

func (g *generator) one(of ...string) string { return of[g.random.Intn(len(of))] }

var kinds = []string{"bool", "int", "double", "string", "duration", "version", "list(int)",
	"list(string)", "dyn", "null"}

// A constraint of that kind, rarely of another one.
func (g *generator) expression(kind string, depth int) string {
	if g.chance(2) {
		kind = kinds[g.random.Intn(len(kinds))]
	}
	var names []string
	for _, each := range g.bound {
		if each.kind == kind {
			names = append(names, each.name)
		}
	}
	if len(names) > 0 && g.chance(40) {
		return g.one(names...)
	}
	if depth <= 0 {
		return g.leaf(kind)
	}
	if g.chance(6) {
		return fmt.Sprintf("(%s ? %s : %s)", g.expression("bool", depth-1), g.item(kind, depth-1),
			g.item(kind, depth-1))
	}
	if g.chance(4) {
		return fmt.Sprintf("[%s][%s]", g.items(kind, depth-1),
			g.one("0", "1", "2", "-1", g.expression("int", depth-2)))
	}
	return g.compound(kind, depth-1)
}

// One of several values that share a type: often null, whose type takes the place of what may be null.
func (g *generator) item(kind string, depth int) string {
	if g.chance(15) {
		return "null"
	}
	return g.expression(kind, depth)
}

func (g *generator) items(kind string, depth int) string {
	items := []string{g.item(kind, depth), g.item(kind, depth-1)}
	if g.chance(20) {
		items = append(items, g.expression(kinds[g.random.Intn(len(kinds))], depth-1))
	}
	return strings.Join(items, ", ")
}

func (g *generator) leaf(kind string) string {
	switch kind {
	case "bool":
		return g.one("true", "false", `config["enable.idempotence"]`, `"acks" in written`,
			`"retries" in written`, `kafka > version("3.0")`)
	case "int":
		return g.one("0", "1", "-1", "2", "7", "1000", "0x1F", "9223372036854775807",
			"-9223372036854775808", "3037000500", `config["linger.ms"]`, `config["retries"]`, "partitions",
			`size(written)`, `dataSize("1MiB")`, `int("12")`, `int("x")`)
	case "double":
		return g.one("0.0", "1.0", "-0.5", "2.5e3", "1e-3", "1e300", `config["ratio"]`, "0.0 / 0.0",
			"1.0 / 0.0", `double("1.5")`, "double(3)", `double("inf")`)
	case "string":
		return g.one(`""`, `"a"`, `"all"`, `'it\'s'`, `"äöü"`, `"a\nb"`, `r"\d+"`, `"""x"y"""`,
			`"\u00e4\x41\101"`, `"30s"`, `"12"`, `"\U0001F600"`, `config["acks"]`, `config["client.id"]`, "role",
			`written["acks"]`, `written["linger.ms"]`, `written["none"]`)
	case "duration":
		return g.one(`duration("30s")`, `duration("1h30m")`, `duration("-1.5s")`, `duration("1us")`,
			`duration("0")`, `duration("2562047h")`, `duration(role)`)
	case "version":
		return g.one("kafka", `version("3.0.1")`, `version("3.9")`, `version("0.11.0.3")`, "version(role)")
	case "list(int)":
		return g.one("[]", "[1]", "[1, 2, 3]", "[0, -1,]", `[config["linger.ms"], 1]`)
	case "list(string)":
		return g.one("[]", `["a"]`, `["all", "-1"]`, `config["bootstrap.servers"]`, `["acks", role]`)
	case "dyn":
		return g.one(`config["any"]`, `[1, "a"][0]`, `[1, "a", 2.0][1]`, `[true, 1][0]`, `[1.0, "b"][0]`,
			`config[role]`, `config["li" + "nger.ms"]`, `[[1], 2][0]`, `[duration("1s"), 1][0]`, `[null, 1][0]`)
	}
	return "null"
}

var texts = []string{"contains", "startsWith", "endsWith"}

func (g *generator) compound(kind string, depth int) string {
	of := func(kind string) string { return g.expression(kind, depth) }
	infix := func(kind, operator string) string {
		return fmt.Sprintf("(%s %s %s)", of(kind), operator, of(kind))
	}
	if g.chance(15) {
		return g.leaf(kind)
	}
	switch kind {
	case "bool":
		return g.compoundBool(depth)
	case "int":
		switch g.random.Intn(8) {
		case 0:
			return fmt.Sprintf("size(%s)", of(g.one("string", "list(int)", "list(string)", "dyn")))
		case 1:
			return fmt.Sprintf("%s.size()", of(g.one("string", "list(int)", "list(string)")))
		case 2:
			return fmt.Sprintf("int(%s)", of(g.one("int", "double", "string", "dyn")))
		case 3:
			return fmt.Sprintf("%s.%s()", of("duration"),
				g.one("getHours", "getMinutes", "getSeconds", "getMilliseconds"))
		case 4:
			return "-" + of("int")
		case 5:
			return fmt.Sprintf(`dataSize("%d" + %s)`, g.random.Intn(2000),
				g.one(`"B"`, `"KiB"`, `"MB"`, `"TiB"`, `"GB"`, `"kB"`, `"X"`))
		}
		return infix("int", g.one("+", "-", "*", "/", "%"))
	case "double":
		if g.chance(20) {
			return fmt.Sprintf("double(%s)", of(g.one("int", "double", "string", "dyn")))
		}
		return infix("double", g.one("+", "-", "*", "/"))
	case "string":
		if g.chance(35) {
			return fmt.Sprintf("string(%s)", of(g.one("string", "int", "bool", "double", "duration", "dyn")))
		}
		return infix("string", "+")
	case "duration":
		if g.chance(30) {
			return fmt.Sprintf("duration(%s)", of(g.one("string", "duration")))
		}
		return infix("duration", g.one("+", "-"))
	case "list(int)", "list(string)":
		if g.chance(50) {
			return infix(kind, "+")
		}
		inner := strings.TrimSuffix(strings.TrimPrefix(kind, "list("), ")")
		return fmt.Sprintf("[%s, %s]", of(inner), of(inner))
	case "dyn":
		return fmt.Sprintf("[%s, %s][%d]", of(kinds[g.random.Intn(len(kinds))]),
			of(kinds[g.random.Intn(len(kinds))]), g.random.Intn(2))
	}
	return g.leaf(kind)
}

func (g *generator) compoundBool(depth int) string {
	of := func(kind string) string { return g.expression(kind, depth) }
	same := func(kinds ...string) string {
		kind := g.one(kinds...)
		return fmt.Sprintf("(%s %s %s)", of(kind), g.one("==", "!="), of(kind))
	}
	switch g.random.Intn(12) {
	case 0, 1:
		return fmt.Sprintf("(%s && %s)", of("bool"), of("bool"))
	case 2, 3:
		return fmt.Sprintf("(%s || %s)", of("bool"), of("bool"))
	case 4:
		return "!" + of("bool")
	case 5:
		return same(kinds...)
	case 6:
		kind := g.one("bool", "int", "double", "string", "duration", "version", "dyn")
		return fmt.Sprintf("(%s %s %s)", of(kind), g.one("<", "<=", ">", ">="), of(kind))
	case 7:
		inner := g.one("int", "string")
		return fmt.Sprintf("(%s in %s)", of(inner), of("list("+inner+")"))
	case 8:
		return fmt.Sprintf("(%s in written)", of("string"))
	case 9:
		return fmt.Sprintf("%s.%s(%s)", of("string"), texts[g.random.Intn(3)], of("string"))
	case 10:
		if g.chance(50) {
			return fmt.Sprintf("%s.matches(%s)", of("string"),
				g.one(`"^a"`, `r"^\d+s$"`, `"("`, `"[a-z]*"`, "role", `"(?i)ALL"`))
		}
		return fmt.Sprintf("matches(%s, %s)", of("string"), of("string"))
	}
	kind := g.one("list(int)", "list(string)", "written", "dyn")
	name := string(rune('p' + len(g.bound)))
	inner := map[string]string{"list(int)": "int", "list(string)": "string", "written": "string"}[kind]
	if inner == "" {
		inner = "dyn"
	}
	list := kind
	if kind != "written" {
		list = of(kind)
	}
	g.bound = append(g.bound, boundName{name, inner})
	condition := of("bool")
	g.bound = g.bound[:len(g.bound)-1]
	return fmt.Sprintf("%s.%s(%s, %s)", list, g.one("all", "exists"), name, condition)
}

// One slip: something left out, doubled, exchanged or put in.
func (g *generator) damage(text string) string {
	if text == "" {
		return text
	}
	runes := []rune(text)
	at := g.random.Intn(len(runes))
	switch g.random.Intn(4) {
	case 0:
		return string(runes[:at]) + string(runes[at+1:])
	case 1:
		return string(runes[:at+1]) + string(runes[at:])
	case 2:
		other := g.random.Intn(len(runes))
		runes[at], runes[other] = runes[other], runes[at]
		return string(runes)
	}
	extra := g.one("(", ")", "[", "]", ",", ".", "!", "-", "&&", "?", ":", "\"", "'", "\\", "in", " ", "1", "x", "=",
		"//", "\n", "true", "null", "1u", "b'x'", "if", "#")
	return string(runes[:at]) + extra + string(runes[at:])
}

func (g *generator) constraint() string {
	g.bound = nil
	kind := "bool"
	if g.chance(40) {
		kind = kinds[g.random.Intn(len(kinds))]
	}
	text := g.expression(kind, 1+g.random.Intn(4))
	for g.chance(8) {
		text = g.damage(text)
	}
	return text
}
