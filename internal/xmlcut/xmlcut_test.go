package xmlcut

import "testing"

// Cutting an element changes nothing, whatever it is.
func FuzzCut(f *testing.F) {
	for _, seed := range []string{`<a/>`, `<a></a>`, "\ufeff<?xml version=\"1.0\"?>\n<x:a b='1'> <c/>t<!-- d --><e><f/></e></x:a>\n", `<a><b></a>`, `<a/><b/>`, `</a>`, `<a><![CDATA[<b>]]></a>`} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		e, err := Cut([]byte(text))
		if err == nil && string(e.Bytes()) != text {
			t.Fatalf("%q becomes %q", text, e.Bytes())
		}
	})
}
