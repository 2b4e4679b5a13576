package exchange

import (
	"bytes"
	"encoding/json"
	"io"
	"strings"

	"nianbao/internal/form"
	"nianbao/internal/model"
)

// Write writes a report as exchange JSON, indented, every figure of its edition in printed order, blanks as null.
// Placeholders stay as they were typed, but for those whose figures are not in it.
func Write(w io.Writer, r *model.Report) error {
	var b bytes.Buffer
	b.Grow(Usual)
	o := object{out: &b}
	o.add("schema", quote(Schema))
	o.add("writer", quote(Writer))
	o.add("edition", quote(r.Edition.ID))
	if year := r.YearText(); year != "" {
		if _, ok := r.Year(); !ok {
			year = quote(year)
		}
		o.add("year", year)
	}
	if date, ok := r.Date(); ok {
		o.add("date", quote(date.Format("2006-01-02")))
	} else if typed := r.PrintedField("report.date"); typed != "" {
		o.add("date", quote(typed))
	}
	if scope := r.PrintedField("report.scope"); scope != "" {
		o.add("scope", quote(scope))
	}
	unit := o.object("unit")
	for _, f := range form.Fields() {
		if part, ok := strings.CutPrefix(string(f.Key), "unit."); ok && r.PrintedField(f.Key) != "" {
			unit.add(part, quote(r.PrintedField(f.Key)))
		}
	}
	unit.end()
	figures := o.object("figures")
	for _, c := range r.Edition.Cells() {
		figures.add(string(c.Key), figure(c.Measure, r.Figure(c.Key)))
	}
	figures.end()
	narrative := o.object("narrative")
	for _, p := range r.Edition.Passages() {
		var paragraphs []string
		for _, paragraph := range r.Texts[p.Key] {
			paragraphs = append(paragraphs, r.CarriedParagraph(paragraph))
		}
		narrative.list(strings.TrimPrefix(string(p.Key), "narrative."), paragraphs)
	}
	narrative.end()
	o.end()
	b.WriteByte('\n')
	_, err := w.Write(b.Bytes())
	return err
}

// Usual is how many bytes a report takes, or somewhat less.
const Usual = 16 << 10

func figure(m form.Measure, v model.Value) string {
	switch {
	case v.IsNumber() && m.Whole():
		return v.Printed()
	case v.State == model.Number, v.State == model.Unreadable:
		return quote(v.Printed())
	}
	return "null"
}

func quote(s string) string {
	if isPlain(s) {
		return `"` + s + `"`
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.Encode(s) // a string in memory always encodes
	return strings.TrimSuffix(b.String(), "\n")
}

// isPlain says whether a string stands in JSON as it is, which most do: keys, numbers, dates.
func isPlain(s string) bool {
	for _, c := range []byte(s) {
		if c < ' ' || c > '~' || c == '"' || c == '\\' {
			return false
		}
	}
	return true
}

// object writes a JSON object key by key, in the order of the calls.
type object struct {
	out    *bytes.Buffer
	indent string
	filled bool
}

func (o *object) next() {
	if o.filled {
		o.out.WriteByte(',')
	} else if o.indent == "" {
		o.out.WriteByte('{')
	}
	o.filled = true
	o.out.WriteString("\n" + o.indent + "  ")
}

func (o *object) add(key, value string) {
	o.next()
	o.out.WriteString(quote(key) + ": " + value)
}

func (o *object) object(key string) *object {
	o.add(key, "{")
	return &object{out: o.out, indent: o.indent + "  "}
}

func (o *object) list(key string, paragraphs []string) {
	if len(paragraphs) == 0 {
		return
	}
	o.add(key, "[")
	for i, p := range paragraphs {
		if i > 0 {
			o.out.WriteByte(',')
		}
		o.out.WriteString("\n" + o.indent + "    " + quote(p))
	}
	o.out.WriteString("\n" + o.indent + "  ]")
}

func (o *object) end() {
	if o.filled {
		o.out.WriteString("\n" + o.indent)
	}
	o.out.WriteByte('}')
}

// Attachment is what data are called that a page carries: those of what is printed on it.
const Attachment = "年报.json"

// Writer names this program in what it writes. Others may name themselves, or leave "writer" out.
const Writer = "nianbao"

// Identify tells the schema of a JSON object and the program that wrote it, "" where it does not say. Their keys are known in capital letters,
// too, and neither is told where one of the two is no text.
func Identify(data []byte) (schema, writer string) {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if !json.Valid(data) || bytes.TrimSpace(data)[0] != '{' {
		return "", ""
	}
	var head *string // what the value is of
	isKey := false
	for part := range parts(data) {
		if isKey = !isKey; isKey {
			switch key := unquote(part); {
			case strings.EqualFold(key, "schema"):
				head = &schema
			case strings.EqualFold(key, "writer"):
				head = &writer
			default:
				head = nil
			}
			continue
		}
		switch {
		case head == nil, part[0] == 'n': // null
		case part[0] == '"':
			*head = unquote(part)
		default:
			return "", ""
		}
	}
	return schema, writer
}
