package job

// Source is a file that is worked on: a name to speak of it by, and its contents when they are asked for.
type Source struct {
	Name   string
	Found  bool                   // it lay in a folder that was named, and was not named itself
	Open   func() ([]byte, error) // the error is one plain sentence, without the name
	Beside func() []byte          // the marked copy that lies beside it, for the explanations in it; nil where there is none to look for
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
