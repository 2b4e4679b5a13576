// Package remedy says what could not be done, and what to do about it where that depends on how the program is used: a command,
// a button. It is data; the face (command line, page) puts it into words.
package remedy

import "strings"

// Action is what to do.
type Action int

const (
	None          Action = iota // the message says it all
	RestoreCells                // undo the deletion, or make the workbook anew and copy the contents into it
	NewTemplate                 // make the workbook anew, for the year of the remedy, and copy the contents into it
	OwnFonts                    // choose fonts that have the character
	ListRules                   // look up what the rules are called
	Overwrite                   // say that the file that is there may be written over
	MakeDraft                   // have a draft made although findings are open
	NameFormer                  // say that a report is of a unit that became this one
	ChooseLast                  // choose another report as last year's
	RestoreNames                // have a marked copy made, in which the names of cells are restored
	ExplainInBook               // explain a finding by its number in the workbook itself
	ExplainApart                // explain a finding by its number in a file of explanations, since the report has no place for it
	ExplainInSum                // explain a finding by its number in the workbook with the sums, and add up again with that
	ImportOther                 // have a workbook made of another file that holds the report
	ChooseYear                  // say which report year is meant
	VerifyPackage               // verify the hand-in package
	TakeLedger                  // have the figures taken from the ledger of applications
	MakeMended                  // have a copy made in which what is beyond doubt is put right
	ChooseVersion               // say in the office's register which of several versions counts, and give it back
	NameOffice                  // say whom the letters are from
	FillUnread                  // fill in what was not read of a published report
	CheckMembers                // have the reports of the members checked as well
	GiveAlone                   // give a file by itself, which is passed over among others
)

// Remedy is an action, and the year that it is about; 0 for none.
type Remedy struct {
	Action Action
	Year   int
}

// Error is an error that has a remedy.
type Error struct {
	Text   string // one plain sentence without its full stop
	Remedy Remedy
}

func (e Error) Error() string { return e.Text }

// New makes an error with a remedy.
func New(text string, do Action) error { return Error{text, Remedy{Action: do}} }

// With is an error with what to do about it beside what it says itself.
func With(err error, do Action) error { return advised{err, Remedy{Action: do}} }

type advised struct {
	error
	remedy Remedy
}

func (a advised) Unwrap() error { return a.error }

// Failure is a file that something could not be done with. The error in it is one plain sentence without its end.
type Failure struct {
	File string
	Err  error
}

func (f Failure) Error() string { return f.File + "：" + f.Err.Error() + "。" }

func (f Failure) Unwrap() error { return f.Err }

// Told is an error in plain words, with what to do about it in the words of a face, without the end of the sentence.
func Told(err error, word func(Remedy) string) string {
	text := strings.TrimRight(Plain(err).Error(), "。")
	if word == nil {
		return text
	}
	for _, r := range Of(err) {
		if todo := word(r); todo != "" {
			text += "；" + todo
		}
	}
	return text
}

// Of lists the remedies in a tree of errors, in order, each once.
func Of(err error) []Remedy {
	var list []Remedy
	walk(err, func(r Remedy) {
		for _, have := range list {
			if have == r {
				return
			}
		}
		list = append(list, r)
	})
	return list
}

func walk(err error, visit func(Remedy)) {
	switch e := err.(type) {
	case Error:
		visit(e.Remedy)
	case advised:
		visit(e.remedy)
	}
	switch e := err.(type) {
	case interface{ Unwrap() error }:
		walk(e.Unwrap(), visit)
	case interface{ Unwrap() []error }:
		for _, inner := range e.Unwrap() {
			walk(inner, visit)
		}
	}
}
