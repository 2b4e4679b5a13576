package workbook

import (
	"bytes"
	"hash/crc32"
	"io"

	"nianbao/internal/opc"
	"nianbao/internal/spreadsheet"
)

// sealProperty is the document property by which a workbook of lists is known as ours, also after another program saved it. Its value is
// the seal of all other parts as they were written.
const sealProperty = "年报登记"

// unsealed stands for the seal until the other parts are written.
const unsealed = "unsealed"

// seal has the part with the property written last, with the seal of the others.
func seal(parts []opc.Part) []opc.Part {
	var sealed []opc.Part
	var all opc.Seal
	for _, p := range parts {
		if p.Name == propertiesPart {
			continue
		}
		sealed = append(sealed, opc.Part{Name: p.Name, Write: func(w io.Writer) error {
			sum := crc32.NewIEEE()
			w = io.MultiWriter(w, sum)
			var err error
			if p.Write != nil {
				err = p.Write(w)
			} else {
				_, err = w.Write(p.Data)
			}
			all.Add(p.Name, sum.Sum32())
			return err
		}})
	}
	for _, p := range parts {
		if p.Name == propertiesPart {
			sealed = append(sealed, opc.Part{Name: p.Name, Write: func(w io.Writer) error {
				_, err := w.Write(bytes.Replace(p.Data, []byte(unsealed), []byte(all.String()), 1))
				return err
			}})
		}
	}
	return sealed
}

// PeekLists tells whether a workbook is one of lists that this program wrote, and whether it is as it was written: no other program has
// saved it, so that nobody can have changed anything in it. Nothing but its properties is read.
func PeekLists(data []byte) (ours, untouched bool) {
	b, err := spreadsheet.Open(data)
	if err != nil {
		return false, false
	}
	defer b.Close()
	seal := propertyIn(b, sealProperty)
	return seal != "", seal == b.Seal(propertiesIn(b))
}
