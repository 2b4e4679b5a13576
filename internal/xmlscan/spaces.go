package xmlscan

// declaration says which namespace a prefix stands for, "" for names without one: from an element on, and in it.
type declaration struct {
	prefix, space string
	depth         int
}

// mostDeclared is how many declarations may be in force, since all of them are looked through: far above what any program writes.
const mostDeclared = 500

// KeepSpaces has the scanner keep what prefixes stand for, for who asks for Space. More than 500 that are in force at once are refused.
func (s *Scanner) KeepSpaces() { s.keepsSpaces = true }

// declare notes what the start tag in hand declares.
func (s *Scanner) declare() error {
	depth := len(s.lengths)
	s.undeclare(depth - 1) // elements that were closed
	for i := range s.Attrs() {
		switch prefix, name, value := s.AttrAt(i); {
		case prefix == "xmlns":
			s.declared = append(s.declared, declaration{name, value, depth})
		case prefix == "" && name == "xmlns":
			s.declared = append(s.declared, declaration{"", value, depth})
		}
	}
	if len(s.declared) > mostDeclared {
		return ErrSyntax
	}
	return nil
}

// undeclare forgets what elements in the one of a depth declared.
func (s *Scanner) undeclare(depth int) {
	for len(s.declared) > 0 && s.declared[len(s.declared)-1].depth > depth {
		s.declared = s.declared[:len(s.declared)-1]
	}
}

// Space is the namespace of the tag in hand; where its prefix stands for none, the prefix.
func (s *Scanner) Space() string {
	prefix := s.Prefix()
	switch {
	case prefix == "xmlns", prefix == "" && s.Name() == "xmlns":
		return prefix
	case prefix == "xml":
		return "http://www.w3.org/XML/1998/namespace"
	}
	for i := len(s.declared) - 1; i >= 0; i-- {
		if s.declared[i].prefix == prefix {
			return s.declared[i].space
		}
	}
	return prefix
}
