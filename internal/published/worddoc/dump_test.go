package worddoc

import (
	"fmt"
	"os"
	"testing"
)

func TestDump(t *testing.T) {
	if os.Getenv("DUMP") == "" {
		t.Skip()
	}
	data, err := os.ReadFile(os.Getenv("DUMP"))
	if err != nil {
		t.Fatal(err)
	}
	p, err := Read(data)
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range p.Blocks {
		if b.Table == nil {
			fmt.Printf("%d %q\n", b.Kind, b.Text)
			continue
		}
		fmt.Println("TABLE", b.Table.Rows, b.Table.Columns)
		for _, c := range b.Table.Cells {
			fmt.Printf("   %d,%d %dx%d %q\n", c.Row, c.Column, c.RowSpan, c.ColumnSpan, c.Text)
		}
	}
	fmt.Printf("%q\n", p.Asides)
}
