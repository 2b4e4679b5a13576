package main

import (
	"embed"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// winres puts resources into programs for Windows.
const winres = "github.com/tc-hib/go-winres@v0.3.3"

// resources are the manifest of the program for Windows, and the pictures of its icon (made by icon/make), named by their sizes in pixels.
//
//go:embed manifest.xml icon/*.png
var resources embed.FS

// language of what the properties say: Chinese in the mainland.
const language = "0804"

// dressed gives a compiled program for Windows its icon, its manifest, and what its properties show. The same program gives the same bytes.
func (s source) dressed(program []byte) ([]byte, error) {
	folder, err := os.MkdirTemp("", "release")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(folder)
	if err := os.CopyFS(folder, resources); err != nil {
		return nil, err
	}
	icons, err := fs.Glob(resources, "icon/*.png")
	if err != nil {
		return nil, err
	}
	list, err := json.Marshal(map[string]any{
		"RT_GROUP_ICON": map[string]any{"APP": map[string]any{"0000": icons}},
		"RT_MANIFEST":   map[string]any{"#1": map[string]any{"0000": "manifest.xml"}},
		"RT_VERSION":    map[string]any{"#1": map[string]any{"0000": properties(s.version.number)}},
	})
	if err != nil {
		return nil, err
	}
	listed, path := filepath.Join(folder, "winres.json"), filepath.Join(folder, "nianbao.exe")
	if err := os.WriteFile(listed, list, 0o600); err != nil {
		return nil, err
	}
	if err := os.WriteFile(path, program, 0o600); err != nil {
		return nil, err
	}
	if err := s.tool(winres, "patch", "--in", listed, "--delete", "--no-backup", path); err != nil {
		return nil, err
	}
	return os.ReadFile(path)
}

// properties are what Windows shows of the program: in its properties, in the list of what runs, and where it asks which program opens a file.
func properties(version string) any {
	number := numeric(version)
	return map[string]any{
		"fixed": map[string]string{"file_version": number, "product_version": number},
		"info": map[string]any{language: map[string]string{
			"FileDescription":  "年报",
			"ProductName":      "年报",
			"Comments":         "政府信息公开工作年度报告的填报、校验和生成",
			"FileVersion":      version,
			"ProductVersion":   version,
			"InternalName":     "nianbao",
			"OriginalFilename": "nianbao.exe",
			"LegalCopyright":   "Apache-2.0",
		}},
	}
}

var numbers = regexp.MustCompile(`^\d{1,4}(\.\d{1,4}){0,3}`)

// numeric is a version as the four numbers that Windows compares: 1.2.0.0 of 1.2.0-rc1, 0.0.0.0 of one without numbers.
func numeric(version string) string {
	parts := strings.FieldsFunc(numbers.FindString(version), func(r rune) bool { return r == '.' })
	for len(parts) < 4 {
		parts = append(parts, "0")
	}
	return strings.Join(parts, ".")
}
