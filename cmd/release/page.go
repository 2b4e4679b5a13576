package main

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"text/template"

	"nianbao/templates"
)

// buildPage makes nianbao.html: the whole program, compiled to WebAssembly and packed into one page.
func buildPage(s source) ([]file, error) {
	wasm, err := s.compile("js", "wasm", "./cmd/page")
	if err != nil {
		return nil, err
	}
	if wasm, err = limitMemory(wasm, mostPages); err != nil {
		return nil, err
	}
	root, err := s.run(nil, "go", "env", "GOROOT")
	if err != nil {
		return nil, err
	}
	support, err := os.ReadFile(filepath.Join(root, "lib", "wasm", "wasm_exec.js"))
	if err != nil {
		return nil, err
	}
	page, err := pagePacked(wasm, string(support))
	if err != nil {
		return nil, err
	}
	parts, err := s.parts("js", "wasm", "./cmd/page")
	if err != nil {
		return nil, err
	}
	return []file{{"nianbao.html", page}, {"nianbao.html.licences.txt", []byte(notice(parts))}}, nil
}

// mostPages is how much memory the program may take, in pages of 64 KiB: 1 GiB, which a browser of 32 bits can have, too.
const mostPages = 1 << 14

// single is what stands in the page's template (templates/page/loader.html).
type single struct {
	Policy, Style, Gate, Loader, Open, Next, Worker, Page string
	Pieces                                                []piece
}

// Count is how many pieces there are.
func (s single) Count() int { return len(s.Pieces) }

// pagePacked packs the compiled program and Go's script for it (wasm_exec.js) into the page.
func pagePacked(wasm []byte, support string) ([]byte, error) {
	zipped, err := compressed(wasm)
	if err != nil {
		return nil, err
	}
	s := single{Open: "nianbaoOpen()", Next: "nianbaoPiece()", Pieces: pack(zipped)}
	for _, part := range []struct {
		of    *string
		files []string
	}{
		{&s.Style, []string{"loader.css", "page.css"}},
		{&s.Gate, []string{"gate.js"}},
		{&s.Loader, []string{"loader.js"}},
		{&s.Worker, []string{"worker.js"}},
		{&s.Page, []string{"page.js"}},
	} {
		for _, name := range part.files {
			data, err := templates.Page.ReadFile("page/" + name)
			if err != nil {
				return nil, err
			}
			*part.of += string(data)
		}
	}
	s.Worker = support + "\n" + s.Worker
	for _, text := range []string{s.Gate, s.Loader, s.Worker, s.Page} {
		if low := strings.ToLower(text); strings.Contains(low, "</script") || strings.Contains(low, "<!--") {
			return nil, fmt.Errorf("a script has %q or %q in it, which would end it", "</script", "<!--")
		}
	}
	s.Policy = policy([]string{s.Gate, s.Loader, s.Open, s.Next, s.Page}, []string{s.Style})
	return s.write()
}

// compressed is in gzip's format, without a name or a time.
func compressed(data []byte) ([]byte, error) {
	var out bytes.Buffer
	z, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := z.Write(data); err != nil {
		return nil, err
	}
	err = z.Close()
	return out.Bytes(), err
}

// write fills in the template; the page is UTF-16 with its mark in front, which no server's word on its encoding overrules.
func (s single) write() ([]byte, error) {
	looks, err := template.ParseFS(templates.Page, "page/loader.html")
	if err != nil {
		return nil, err
	}
	var page strings.Builder
	if err := looks.Execute(&page, s); err != nil {
		return nil, err
	}
	return utf16LE(page.String()), nil
}

// policy is the Content-Security-Policy that holds the page to sending nothing: no connection, no form, no picture or frame from
// elsewhere, and no script or style but these. Chromium before 97 compiles WebAssembly only where 'unsafe-eval' is allowed; loader.js takes
// that permission away in any later browser.
func policy(scripts, styles []string) string {
	return strings.Join([]string{
		"default-src 'none'",
		"script-src " + hashes(scripts) + " 'wasm-unsafe-eval' 'unsafe-eval'",
		"style-src " + hashes(styles),
		"img-src blob: data:",
		"worker-src blob:",
		"connect-src 'none'",
		"form-action 'none'",
		"base-uri 'none'",
	}, "; ")
}

func hashes(texts []string) string {
	var list []string
	for _, text := range texts {
		sum := sha256.Sum256([]byte(text))
		list = append(list, "'sha256-"+base64.StdEncoding.EncodeToString(sum[:])+"'")
	}
	return strings.Join(list, " ")
}
