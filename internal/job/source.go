package job

import "nianbao/internal/model"

// Source is a file that is worked on: a name to speak of it by, and its contents when they are asked for.
type Source struct {
	Name  string
	Found bool                   // it was given together with others, as those of a folder are, and not named for itself
	Open  func() ([]byte, error) // the error is one plain sentence, without the name

	// Opened says that a report was read from it, whatever it is called.
	Opened bool

	// held makes the report that it stands for, where no file has that by itself: it is not opened. It is nil for a file.
	held func() *model.Report
	// PDFs reads those of a run, so that the machine for it is started once; nil where each is read by itself.
	PDFs *PDFs
	// Copies lists the later copies that lie beside it, by their names and in their order. It is nil where there are none to look for.
	Copies func() []Source
	// Lock is the name of the file by which another program says that it has this one open; "" for none. It is nil where there is none
	// to look for.
	Lock func() string
}

// From is a source whose contents are at hand.
func From(name string, data []byte) Source {
	return Source{Name: name, Open: func() ([]byte, error) { return data, nil }}
}

// File is a file to be written.
type File struct {
	Name string
	Data []byte
}
