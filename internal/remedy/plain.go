package remedy

import (
	"errors"
	"io"
	"reflect"
	"slices"
	"strings"
	"unicode"
)

// What stands for what a library or the system said in its own language.
const (
	unforeseen = "出了程序没有料到的问题，请把文件发给程序的维护者"
	unsound    = "文件已损坏，请换一份完好的"
)

// Plain is an error in the words of this program: what a library said in a tree of errors is put as a fault of the file or as
// something unforeseen, and several faults are told one after the other. Remedies in the tree are kept. A nil error stays nil.
func Plain(err error) error {
	if err == nil {
		return nil
	}
	if text := told(err); text != err.Error() {
		return plain{text, err}
	}
	return err
}

type plain struct {
	text string
	err  error
}

func (p plain) Error() string { return p.text }

func (p plain) Unwrap() error { return p.err }

// told is what an error says, in the words of this program.
func told(err error) string {
	text, made := err.Error(), madeIn(err)
	if _, ok := err.(plain); ok {
		return text
	}
	inner, several := err.(interface{ Unwrap() []error })
	if several && made == "errors" { // errors.Join parts them by line ends, which nobody sees on one line
		return joined(inner.Unwrap()).Error()
	}
	ours := made == "errors" || made == "fmt" || made == "main" || strings.HasPrefix(made, "nianbao/")
	if !ours || strings.IndexFunc(text, func(r rune) bool { return unicode.Is(unicode.Han, r) }) < 0 {
		reads := strings.HasPrefix(made, "encoding/") || strings.HasPrefix(made, "compress/")
		if reads || errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) {
			return unsound
		}
		return unforeseen
	}
	if several {
		for _, one := range inner.Unwrap() {
			text = strings.Replace(text, one.Error(), told(one), 1)
		}
	} else if one := errors.Unwrap(err); one != nil {
		text = strings.Replace(text, one.Error(), told(one), 1)
	}
	return text
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
	var faults []string
	for _, err := range j {
		if fault := strings.TrimRight(told(err), "。"); !slices.Contains(faults, fault) {
			faults = append(faults, fault)
		}
	}
	return strings.Join(faults, "；")
}

func (j joined) Unwrap() []error { return j }
