package workbook

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"time"

	"nianbao/internal/opc"
	"nianbao/internal/pattern"
)

// archive collects the parts that excelize makes, puts the columns and rows of the sheets in, and writes them in the order of their names
// when it is closed.
type archive struct {
	to     io.Writer
	parts  []*part
	rows   map[string]func(io.Writer) error // writes these and the columns before them, by the sheet's part
	sealed bool                             // the property sealProperty tells whether the file is as it was written
	dated  time.Time
}

type part struct {
	bytes.Buffer
	name string
}

func (a *archive) Create(name string) (io.Writer, error) {
	p := &part{name: name}
	a.parts = append(a.parts, p)
	return p, nil
}

// AddFS is asked for by excelize.ZipWriter and never called.
func (a *archive) AddFS(fs.FS) error { return errors.ErrUnsupported }

// noRows is how excelize writes the rows of a sheet that it knows none of.
var noRows = []byte("<sheetData></sheetData>")

func (a *archive) Close() error {
	slices.SortFunc(a.parts, func(p, q *part) int { return cmp.Compare(p.name, q.name) })
	var parts []opc.Part
	filled := 0
	for _, p := range a.parts {
		data := p.Bytes()
		before, after, _ := bytes.Cut(data, noRows)
		switch rows, ok := a.rows[p.name]; {
		case ok && bytes.Count(data, noRows) == 1:
			filled++
			parts = append(parts, opc.Part{Name: p.name, Write: func(w io.Writer) error {
				_, first := w.Write(before)
				second := rows(w)
				_, last := w.Write(after)
				return cmp.Or(first, second, last)
			}})
			continue
		case p.name == corePart:
			data = prefixCore(data)
		case p.name == contentTypes:
			data = sortedTypes(data)
		}
		parts = append(parts, opc.Part{Name: p.name, Data: data})
	}
	if filled != len(a.rows) {
		return fmt.Errorf("workbook: %d of %d sheets have no place for their rows", len(a.rows)-filled, len(a.rows))
	}
	if a.sealed {
		parts = seal(parts)
	}
	return opc.Write(a.to, a.dated, parts)
}

const corePart = "docProps/core.xml"

// How excelize writes the properties of the package: without a prefix.
var (
	bareTag       = pattern.New(`<(/?)([A-Za-z]+)([\s/>])`)
	bareNamespace = []byte(` xmlns="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"`)
)

// prefixCore gives the properties the prefix that all office programs write: some programs go by it instead of by the namespace.
func prefixCore(data []byte) []byte {
	data = bytes.Replace(data, bareNamespace, bytes.Replace(bareNamespace, []byte("xmlns"), []byte("xmlns:cp"), 1), 1)
	return bareTag.Compiled().ReplaceAll(data, []byte("<${1}cp:$2$3"))
}
