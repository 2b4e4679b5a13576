package disk

import (
	"bytes"
	"io"
	"os"
)

// Spool keeps what is written to it until it is read from its beginning: a little in memory, more in a temporary file, so that it
// takes no more memory however much it is. Where no such file can be made or filled, it stays in memory. It is written first, then
// read, then closed.
type Spool struct {
	writer *Writer
	last   bytes.Buffer // behind what the file holds
	file   *temporary
	filled int64 // bytes of the file
	stuck  bool  // the file takes no more
	from   io.Reader
	again  *os.File
}

// mostInMemory is how much a spool keeps before it goes to a file.
const mostInMemory = 128 << 10

// Spool makes an empty one. Its file is removed when it is closed, or else with the others when the program ends early.
func (w *Writer) Spool() *Spool { return &Spool{writer: w} }

func (s *Spool) Write(p []byte) (int, error) {
	s.last.Write(p)
	if s.last.Len() > mostInMemory && !s.stuck {
		s.spill()
	}
	return len(p), nil
}

// spill moves what is in memory to the file. What does not get there whole stays.
func (s *Spool) spill() {
	if s.file == nil {
		file, err := s.writer.begin(os.TempDir(), 0o600, false)
		if err != nil {
			s.stuck = true
			return
		}
		s.file = file
	}
	n, err := s.file.file.WriteAt(s.last.Bytes(), s.filled)
	if err != nil || n < s.last.Len() {
		s.stuck = true
		return
	}
	s.filled += int64(n)
	s.last.Reset()
}

func (s *Spool) Read(p []byte) (int, error) {
	if s.from == nil {
		s.from = &s.last
		if s.file != nil {
			again, err := os.Open(s.file.file.Name())
			if err != nil {
				return 0, Plainly(err, "临时文件打不开")
			}
			s.again = again
			s.from = io.MultiReader(io.LimitReader(again, s.filled), &s.last)
		}
	}
	n, err := s.from.Read(p)
	if err != nil && err != io.EOF {
		err = Plainly(err, "临时文件读不了")
	}
	return n, err
}

// Close removes the file.
func (s *Spool) Close() {
	if s.again != nil {
		s.again.Close()
	}
	if s.file != nil {
		s.writer.drop(s.file)
	}
}
