package xmlscan

import "bytes"

// What stands beside the tags and texts of a document.

// instruction is the size of the processing instruction with which data begin. Of the declaration of XML, the version and the
// encoding must be those that are read; it may stand anywhere.
func instruction(in []byte) (int, error) {
	const before = len("<?")
	named, _, _, err := nameEnd(in, before)
	if err != nil {
		return 0, err
	}
	at := skipSpace(in, named)
	size := bytes.Index(in[at:], []byte("?>"))
	if size < 0 {
		return 0, errMore
	}
	if string(in[before:named]) == "xml" {
		version, encoding := quoted(in[at:at+size], "version="), quoted(in[at:at+size], "encoding=")
		if len(version) > 0 && string(version) != "1.0" || len(encoding) > 0 && !bytes.EqualFold(encoding, []byte("utf-8")) {
			return 0, ErrSyntax
		}
	}
	return at + size + len("?>"), nil
}

// quoted is what stands in quotation marks behind the first words that are followed by one, nil for nothing.
func quoted(text []byte, words string) []byte {
	for {
		_, after, found := bytes.Cut(text, []byte(words))
		if !found || len(after) == 0 {
			return nil
		}
		if mark := after[:1]; mark[0] == '"' || mark[0] == '\'' {
			inside, _, closed := bytes.Cut(after[1:], mark)
			if !closed {
				return nil
			}
			return inside
		}
		text = after[1:]
	}
}

// declaration tells what begins with <!.
func (s *Scanner) declaration(in []byte) (kind Kind, size int, err error) {
	const comment, section = "<!--", "<![CDATA["
	switch {
	case len(in) == len("<!"):
		return 0, 0, errMore
	case in[2] == '-':
		size, err = commentSize(in, comment)
		return 0, size, err
	case in[2] != '[':
		size, err = directive(in)
		return 0, size, err
	}
	if err := beginsWith(in, section); err != nil {
		return 0, 0, err
	}
	size = bytes.Index(in[len(section):], []byte("]]>"))
	if size < 0 {
		return 0, 0, errMore
	}
	const nothing = 0 // which ends no section, since XML does not allow it
	text := in[len(section) : len(section)+size]
	sound, coded, _ := until(nothing, text, inSection)
	if sound < size {
		return 0, 0, ErrSyntax
	}
	s.text, s.written, s.coded = text, inSection, coded
	return Text, len(section) + size + len("]]>"), nil
}

// beginsWith tells, by an error, whether data begin with what they should, as far as they go.
func beginsWith(in []byte, prefix string) error {
	switch n := min(len(in), len(prefix)); {
	case string(in[:n]) != prefix[:n]:
		return ErrSyntax
	case n < len(prefix):
		return errMore
	}
	return nil
}

// commentSize is the size of a comment, in which there are no two dashes but at its end.
func commentSize(in []byte, begins string) (int, error) {
	if err := beginsWith(in, begins); err != nil {
		return 0, err
	}
	dashes := bytes.Index(in[len(begins):], []byte("--"))
	if dashes < 0 {
		return 0, errMore
	}
	end := len(begins) + dashes
	if err := beginsWith(in[end:], "-->"); err != nil {
		return 0, err
	}
	return end + len("-->"), nil
}

// directive is the size of a directive: it ends with the angle bracket that closes it, those in quotation marks and comments not counted.
// The first character behind <! is no mark, whatever it is.
func directive(in []byte) (int, error) {
	quote, depth := byte(0), 0
	for at := len("<!x"); at < len(in); at++ {
		switch b := in[at]; {
		case quote != 0:
			if b == quote {
				quote = 0
			}
		case b == '"' || b == '\'':
			quote = b
		case b == '>' && depth == 0:
			return at + 1, nil
		case b == '>':
			depth--
		case b == '<':
			if err := beginsWith(in[at:], "<!--"); err == errMore {
				return 0, err
			} else if err != nil {
				depth++
				continue
			}
			inside := at + len("<!--")
			size := bytes.Index(in[inside:], []byte("-->"))
			if size < 0 {
				return 0, errMore
			}
			at = inside + size + len("-->") - 1
		}
	}
	return 0, errMore
}
