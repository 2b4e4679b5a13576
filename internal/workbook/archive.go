package workbook

import (
	"archive/zip"
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"time"
)

// archive collects the parts that excelize makes and zips them when it is closed: the rows of the sheets put in, in an order
// by which file sniffers know a workbook ([Content_Types].xml first), all of one date.
type archive struct {
	to    io.Writer
	parts []*part
	rows  map[string]string // by the sheet's part
	dated time.Time
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
	z := zip.NewWriter(a.to)
	filled := 0
	for _, p := range a.parts {
		w, err := z.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Deflate, Modified: a.dated})
		if err != nil {
			return err
		}
		data := p.Bytes()
		if rows, ok := a.rows[p.name]; ok && bytes.Count(data, noRows) == 1 {
			data = bytes.Replace(data, noRows, []byte(rows), 1)
			filled++
		}
		if _, err := w.Write(data); err != nil {
			return err
		}
	}
	if filled != len(a.rows) {
		return fmt.Errorf("workbook: %d of %d sheets have no place for their rows", len(a.rows)-filled, len(a.rows))
	}
	return z.Close()
}
