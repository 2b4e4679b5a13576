package remedy

import (
	"errors"
	"io"
	"reflect"
	"strings"
	"unicode"
)

// What stands for what a library or the system said in its own language.
const (
	unforeseen = "出了程序没有料到的问题，请把文件发给程序的维护者"
	unsound    = "文件已损坏，请换一份完好的"
)

// Plain is an error in the words of this program: what a library said in a tree of errors is put as a fault of the file or as
// something unforeseen. Remedies in the tree are kept. A nil error stays nil.
func Plain(err error) error {
	said := foreign(err)
	if said == nil {
		return err
	}
	text := err.Error()
	for _, words := range said {
		told := unforeseen
		if words.ofFile {
			told = unsound
		}
		text = strings.Replace(text, words.text, told, 1)
	}
	return plain{text, err}
}

type plain struct {
	text string
	err  error
}

func (p plain) Error() string { return p.text }

func (p plain) Unwrap() error { return p.err }

// words are what another's error says, of the contents of a file or of anything else.
type words struct {
	text   string
	ofFile bool
}

// foreign lists what others said in a tree of errors.
func foreign(err error) []words {
	if err == nil {
		return nil
	}
	if _, ok := err.(plain); ok {
		return nil
	}
	text, made := err.Error(), madeIn(err)
	ours := made == "errors" || made == "fmt" || made == "main" || strings.HasPrefix(made, "nianbao/")
	if !ours || strings.IndexFunc(text, func(r rune) bool { return unicode.Is(unicode.Han, r) }) < 0 {
		reads := strings.HasPrefix(made, "encoding/") || strings.HasPrefix(made, "compress/")
		return []words{{text, reads || errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF)}}
	}
	var said []words
	switch e := err.(type) {
	case interface{ Unwrap() error }:
		said = foreign(e.Unwrap())
	case interface{ Unwrap() []error }:
		for _, inner := range e.Unwrap() {
			said = append(said, foreign(inner)...)
		}
	}
	return said
}

// madeIn is the package of an error's type; errors and fmt for those that take any text.
func madeIn(err error) string {
	kind := reflect.TypeOf(err)
	if kind.Kind() == reflect.Pointer {
		kind = kind.Elem()
	}
	return kind.PkgPath()
}

// Join is one error of several, told one after the other; nil if there is none.
func Join(errs ...error) error {
	var all joined
	for _, err := range errs {
		if err != nil {
			all = append(all, err)
		}
	}
	if all == nil {
		return nil
	}
	return all
}

type joined []error

func (j joined) Error() string {
	var told []string
	for _, err := range j {
		told = append(told, strings.TrimRight(err.Error(), "。"))
	}
	return strings.Join(told, "；")
}

func (j joined) Unwrap() []error { return j }
