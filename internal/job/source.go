package job

// Source is a file that is worked on: a name to speak of it by, and its contents when they are asked for.
type Source struct {
	Name  string
	Found bool                   // it lay in a folder that was named, and was not named itself
	Open  func() ([]byte, error) // the error is one plain sentence, without the name

	// Beside opens the marked copy that lies beside it, for the explanations in it: nil, nil if there is none. It is nil itself where
	// there is none to look for.
	Beside func() ([]byte, error)
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
