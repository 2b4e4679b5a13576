package svg

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"os"
	"testing"

	"nianbao/fonts"
	"nianbao/internal/render/document"
	"nianbao/internal/render/layout"
	"nianbao/internal/sample"
)

func TestSize(t *testing.T) {
	set, _ := fonts.Embedded()
	for name, r := range sample.Reports(t) {
		p, _ := layout.Set(document.Compose(r), set)
		raw, zip := 0, 0
		for i := range p.Pages {
			var b, z bytes.Buffer
			if err := Write(&b, &p.Pages[i], "第一页"); err != nil {
				t.Fatal(err)
			}
			w := gzip.NewWriter(&z)
			w.Write(b.Bytes())
			w.Close()
			raw += b.Len()
			zip += z.Len()
			if i < 3 {
				os.WriteFile(fmt.Sprintf("/tmp/h/svg-%s-%d.svg", name, i), b.Bytes(), 0o644)
			}
		}
		fmt.Println(name, len(p.Pages), raw/len(p.Pages), zip/len(p.Pages))
	}
}
