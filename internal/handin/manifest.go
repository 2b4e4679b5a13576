// Package handin packs what a unit hands in into one zip with a manifest, and holds such a package against its manifest.
package handin

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"nianbao/internal/filename"
	"nianbao/internal/sealed"
)

// ManifestName is what the manifest is called in the package.
const ManifestName = "清单.json"

// Schema names the manifest; schemas begins the names of all that are to come.
const (
	Schema  = schemas + "1"
	schemas = "nianbao.package/"
)

// Writer names the program in the manifest.
const Writer = "nianbao"

// Manifest says what a package holds, and all that its pages and findings were made with beside the workbook.
type Manifest struct {
	Schema   string  `json:"schema"`
	Writer   string  `json:"writer"`
	Program  Program `json:"program"`
	Edition  string  `json:"edition"`
	Unit     string  `json:"unit"`
	Year     int     `json:"year"`
	Fonts    string  `json:"fonts"` // the SHA-256 of the fonts that the pages are set in
	Options  Options `json:"options"`
	Settings string  `json:"settings,omitempty"` // a county's own, as YAML; "" for none
	Files    []File  `json:"files"`              // in the order of the package
}

// Program is the version of the program that packed.
type Program struct {
	Version string `json:"version"`
	Commit  string `json:"commit,omitempty"` // "" if it is not known
}

// Options are those of the pages. What an earlier version did not know is empty.
type Options struct {
	Tables   string `json:"tables"`   // how tables are written in plain text
	Encoding string `json:"encoding"` // of plain text
}

// File is a file of the package.
type File struct {
	Role   Role   `json:"role"`
	Name   string `json:"name"`
	From   string `json:"from,omitempty"` // what it was called before, where reading it depends on that
	Size   int    `json:"size"`           // in bytes
	SHA256 string `json:"sha256"`
	Data   []byte `json:"-"` // nil for one that is missing in the package, or cannot be unzipped
}

// NewFile is a file to be packed.
func NewFile(role Role, name string, data []byte) File {
	return File{Role: role, Name: name, Size: len(data), SHA256: sealed.Digest(data), Data: data}
}

// Role is what a file of the package is.
type Role string

const (
	Workbook     Role = "workbook"
	PDF          Role = "pdf"
	Text         Role = "txt"
	HTML         Role = "html"
	JSON         Role = "json"
	FindingsText Role = "findings-text" // for people
	Findings     Role = "findings"      // for programs
	Explanations Role = "explanations"  // that the workbook does not hold
	LastYear     Role = "last-year"     // the report that it was compared with, or those of units that became one
	Letter       Role = "letter"        // is not read
	Scan         Role = "scan"          // of the sealed copy; is not read
)

// roles are what the files are called, in the order in which they are packed.
var roles = []struct {
	role Role
	name string
}{
	{Workbook, "填报表"}, {PDF, "PDF"}, {Text, "纯文本"}, {HTML, "网页"}, {JSON, "交换JSON"}, {FindingsText, "校验结果"}, {Findings, "校验结果（JSON）"},
	{Explanations, "说明"}, {LastYear, "上年的年报"}, {Letter, "报送函"}, {Scan, "盖章扫描件"},
}

// String is what a file of the role is called in Chinese; 其他文件 for one of a later version.
func (r Role) String() string {
	for _, known := range roles {
		if known.role == r {
			return known.name
		}
	}
	return "其他文件"
}

// File is the file of a role; ok is false if the package has none.
func (m *Manifest) File(r Role) (f File, ok bool) {
	for _, f := range m.Files {
		if f.Role == r {
			return f, true
		}
	}
	return File{}, false
}

// size is how many bytes the files have together.
func (m *Manifest) size() (sum int) {
	for _, f := range m.Files {
		if sum += f.Size; sum > maxUnzipped {
			break // before it overflows
		}
	}
	return sum
}

// encode writes the manifest, the same every time.
func (m Manifest) encode() ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	err := enc.Encode(m)
	return b.Bytes(), err
}

// decode reads a manifest. A key that is not known is of a later version, and passed over.
func decode(data []byte) (m Manifest, err error) {
	var of struct {
		Schema string `json:"schema"`
	}
	if json.Unmarshal(data, &of) != nil || !strings.HasPrefix(of.Schema, schemas) {
		return m, ErrNoPackage
	}
	if of.Schema != Schema {
		return m, errors.New("是更新的版本打的包，这个版本核验不了，请用新的版本")
	}
	fault := "不合写法"
	if json.Unmarshal(data, &m) == nil {
		fault = m.fault()
	}
	if fault != "" {
		return m, fmt.Errorf("里面的“%s”不对（%s），可能有人改过，请对方重新打包", ManifestName, fault)
	}
	return m, nil
}

// mostFiles is how many files a package may have.
const mostFiles = 200

// fault is what is wrong with a manifest that no program wrote so; "" for nothing.
func (m Manifest) fault() string {
	if len(m.Files) > mostFiles {
		return "文件太多"
	}
	names, taken := map[string]bool{filename.Fold(ManifestName): true}, map[Role]bool{}
	for _, f := range m.Files {
		_, err := hex.DecodeString(f.SHA256)
		switch {
		case !filename.IsPortable(f.Name):
			return "文件名“" + f.Name + "”不能用"
		case names[filename.Fold(f.Name)]:
			return "“" + f.Name + "”写了两次"
		case f.Role == "":
			return "没有写“" + f.Name + "”是什么"
		case taken[f.Role] && f.Role != Scan && f.Role != LastYear:
			return "有两份" + f.Role.String()
		case err != nil || len(f.SHA256) != 2*sha256.Size || f.Size < 0:
			return "“" + f.Name + "”的大小或指纹写得不对"
		}
		names[filename.Fold(f.Name)], taken[f.Role] = true, true
	}
	return ""
}
