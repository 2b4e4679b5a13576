// Package textfile tells files of text from others, and reads tables that a spreadsheet saved as text.
package textfile

import (
	"bytes"
	"encoding/csv"
	"errors"

	"nianbao/internal/charset"
	"nianbao/internal/opc"
)

// Begin is a text from its first sign on: without the byte order mark and the white space that it begins with.
func Begin(data []byte) []byte {
	return bytes.TrimLeft(bytes.TrimPrefix(data, []byte("\ufeff")), " \t\r\n")
}

// IsText is false of the files that are mistaken for a list, settings or explanations, and that are none whatever their encoding.
func IsText(data []byte) bool {
	return opc.Tell(data) == opc.Other && !bytes.HasPrefix(Begin(data), []byte("%PDF-"))
}

// ErrEncoding is for a text in none of the encodings that are read.
var ErrEncoding = errors.New("文字的编码认不出，请另存为“CSV UTF-8”后再试")

var errNoTable = errors.New("不是CSV文件")

// Table reads a table that a spreadsheet saved as text, parted by commas or tabs, in any of its encodings.
func Table(data []byte) (rows [][]string, err error) {
	if !IsText(data) {
		return nil, errNoTable
	}
	text, ok := charset.Decode(data)
	if !ok {
		return nil, ErrEncoding
	}
	in := csv.NewReader(bytes.NewReader(text))
	in.FieldsPerRecord = -1
	if first, _, _ := bytes.Cut(text, []byte("\n")); bytes.ContainsRune(first, '\t') {
		in.Comma = '\t'
	}
	if rows, err = in.ReadAll(); err != nil {
		return nil, errNoTable
	}
	return rows, nil
}
