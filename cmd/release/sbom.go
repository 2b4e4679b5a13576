package main

import (
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"slices"
	"strings"
)

// Of CycloneDX 1.6, what a list of parts has.
type (
	sbom struct {
		Schema      string      `json:"$schema"`
		BomFormat   string      `json:"bomFormat"`
		SpecVersion string      `json:"specVersion"`
		Version     int         `json:"version"`
		Metadata    metadata    `json:"metadata"`
		Components  []component `json:"components"`
	}
	metadata struct {
		Timestamp string    `json:"timestamp"`
		Component component `json:"component"`
	}
	component struct {
		Type     string    `json:"type"`
		Ref      string    `json:"bom-ref"`
		Name     string    `json:"name"`
		Version  string    `json:"version,omitempty"`
		Hashes   []hash    `json:"hashes,omitempty"`
		Licenses []license `json:"licenses"`
		Origin   string    `json:"purl,omitempty"`
	}
	hash struct {
		Alg     string `json:"alg"`
		Content string `json:"content"`
	}
	license struct {
		Expression string `json:"expression"`
	}
)

// buildSBOM lists what any of the programs contains. cyclonedx-gomod knows nothing of PDFium, the words and the fonts, takes go-text for
// Unlicense alone, and puts the time and its own checksum in.
func buildSBOM(s source) ([]file, error) {
	parts, err := s.parts("js", "wasm", "./cmd/page")
	if err != nil {
		return nil, err
	}
	for _, p := range platforms {
		more, err := s.parts(p.system, p.machine, "./cmd/nianbao")
		if err != nil {
			return nil, err
		}
		parts = append(parts, more...)
	}
	list := sbom{Schema: "http://cyclonedx.org/schema/bom-1.6.schema.json", BomFormat: "CycloneDX", SpecVersion: "1.6", Version: 1,
		Metadata: metadata{s.version.time().Format("2006-01-02T15:04:05Z"), component{Type: "application", Ref: "nianbao", Name: "nianbao",
			Version: s.version.number, Licenses: []license{{"Apache-2.0"}}, Origin: "pkg:generic/nianbao@" + s.version.number}}}
	for _, p := range parts {
		list.Components = append(list.Components, p.component())
	}
	slices.SortStableFunc(list.Components, func(a, b component) int { return strings.Compare(a.Ref, b.Ref) })
	list.Components = slices.CompactFunc(list.Components, func(a, b component) bool { return a.Ref == b.Ref })
	data, err := json.MarshalIndent(list, "", "  ")
	return []file{{"nianbao_" + s.version.number + "_sbom.cdx.json", append(data, '\n')}}, err
}

func (p part) component() component {
	c := component{Type: "library", Ref: p.origin, Name: p.name, Version: p.version, Licenses: []license{{p.licence}}, Origin: p.origin}
	if p.origin == "" {
		c.Ref = p.name
	}
	if sum, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(p.sum, "h1:")); err == nil && len(sum) > 0 {
		c.Hashes = []hash{{"SHA-256", hex.EncodeToString(sum)}}
	}
	return c
}
