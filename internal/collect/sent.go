package collect

import (
	"maps"
	"path"
	"slices"
	"strings"

	"nianbao/internal/letter"
	"nianbao/internal/render/docx"
	"nianbao/internal/sealed"
	"nianbao/internal/verdict"
	"nianbao/internal/workbook"
)

// EarlierFolder is the folder, within that of what goes back, for what was written in rounds before and holds no more.
const EarlierFolder = "以前"

// Sent is a file that was written for the units, by its path within the folder of what goes back, with slashes.
type Sent struct{ Name, Digest string }

// NewSent is a file as it was written.
func NewSent(name string, data []byte) Sent {
	return Sent{name, sealed.Digest(data)}
}

// sentSheet is the sheet of the register that lists them.
const sentSheet = "写出的文件"

// sentList is the sheet by which the next round tells what nobody has changed since. Nobody else reads it, so that it is not printed with the
// register.
func sentList(sent []Sent) workbook.List {
	return workbook.List{Name: sentSheet, Title: sentSheet, Length: len(sent), Unseen: true,
		Lines:   []string{"和这份登记一起写的退回函、标出问题的填报表和通报。下一轮收到“" + EarlierFolder + "”里，给新的腾地方；程序凭这一页知道哪些有人改过。"},
		Columns: []workbook.Column{{Head: verdict.HeadFile, Width: 50}, {Head: headDigest, Width: 70}},
		Rows: func(yield func(workbook.Row) bool) {
			for _, s := range sent {
				if !yield(workbook.Row{Cells: []string{s.Name, s.Digest}}) {
					return
				}
			}
		}}
}

// ReadSent reads back what an office's register says was written with it: the digests by the files' paths. A register of before has none.
func ReadSent(data []byte) (map[string]string, error) {
	tables, err := workbook.ReadTables(data)
	if err != nil {
		return nil, err
	}
	sent := map[string]string{}
	for _, t := range tables {
		head := slices.IndexFunc(t.Rows, func(r workbook.TableRow) bool { return slices.Contains(r.Cells, headDigest) })
		if !strings.HasPrefix(t.Sheet, sentSheet) || head < 0 {
			continue
		}
		heads := t.Rows[head].Cells
		for _, row := range t.Rows[head+1:] {
			if name := row.Cell(slices.Index(heads, verdict.HeadFile)); name != "" {
				sent[name] = row.Cell(slices.Index(heads, headDigest))
			}
		}
	}
	return sent, nil
}

// SentBefore lists what a register of before says, in the order of the names, for one that is written without anything for the units.
func SentBefore(digests map[string]string) (sent []Sent) {
	for _, name := range slices.Sorted(maps.Keys(digests)) {
		sent = append(sent, Sent{name, digests[name]})
	}
	return sent
}

// IsLetterToUnits says of a file in the folder of what goes back, by its name and its contents, whether it is a letter or a notice of ours,
// whoever saved it since.
func IsLetterToUnits(name string, data []byte) bool {
	base := strings.TrimRight(strings.TrimSuffix(path.Base(name), path.Ext(name)), "0123456789")
	if !slices.Contains([]string{returnLetterName, reminderName, noticeName}, base) {
		return false
	}
	if path.Ext(name) == ".txt" {
		return letter.IsOursAsText(data)
	}
	return docx.IsLetter(data)
}

// IsCopy says whether a file is a copy that the program made of a report, marked or mended, whoever saved it since.
func IsCopy(data []byte) bool {
	seen, err := workbook.Peek(data)
	return err == nil && seen.Copy != nil
}
