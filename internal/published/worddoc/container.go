package worddoc

import (
	"bytes"
	"errors"
	"math"
	"strings"

	"github.com/richardlehane/mscfb"

	"nianbao/internal/opc"
)

// parts are the streams of the compound file that a document is in.
type parts struct {
	document raw
	tables   [2]raw // 0Table and 1Table
	data     raw    // long properties, and pictures
	summary  raw    // of what the document is about
}

// open finds the streams in the root of the compound file; what is embedded has folders of its own.
func open(data []byte) (*parts, error) {
	source := &metered{bytes.NewReader(data), mostDirectory, mostLinks}
	file, err := mscfb.New(source)
	if errors.Is(source.spent(), errMuchDirectory) {
		return nil, refusal(opc.TooLarge)
	}
	if err != nil {
		return nil, refusal(opc.Damaged)
	}
	source.directory, source.links = math.MaxInt, math.MaxInt // from here on readStream says how much is read
	p := &parts{}
	wanted := []struct {
		name   string
		stream *raw
	}{{"WordDocument", &p.document}, {"0Table", &p.tables[0]}, {"1Table", &p.tables[1]}, {"Data", &p.data}, {"SummaryInformation", &p.summary}}
	for _, entry := range file.File {
		if len(entry.Path) > 0 || entry.FileInfo().IsDir() {
			continue
		}
		for _, w := range wanted {
			if strings.EqualFold(entry.Name, w.name) && *w.stream == nil {
				*w.stream = readStream(entry, len(data))
			}
		}
	}
	if p.document == nil {
		return nil, refusal(opc.NotOffice)
	}
	return p, nil
}

// readStream reads a stream as far as it can be read, at most as much as the whole file has: the length that its entry states, and
// a chain of sectors that is closed to a ring, promise any amount. It is read sector by sector, since the package gives nothing of
// a reading that does not come to its end, and its work grows with the square of the sectors of one.
func readStream(entry *mscfb.File, most int) raw {
	const sector = 512
	stream := raw{}
	for len(stream) < most && int64(len(stream)) < entry.Size {
		at := len(stream)
		stream = append(stream, make([]byte, sector)...)
		n, err := entry.Read(stream[at:])
		stream = stream[:at+n]
		if err != nil || n == 0 {
			break
		}
	}
	return stream[:min(len(stream), most)]
}

// metered is the file for mscfb, which keeps the path of every entry of the directory, so that entries in entries take memory by
// the square of their number, and walks chains that lead through the whole file. It reads the directory a sector at once and links
// between sectors one by one, by which the two are told.
type metered struct {
	*bytes.Reader
	directory, links int // bytes that may be read
}

// Two thousand entries, and the links of a hundred megabytes.
const (
	mostDirectory = 256 << 10
	mostLinks     = 1 << 20
)

var errMuchDirectory = errors.New("directory too large")

func (m *metered) ReadAt(b []byte, at int64) (int, error) {
	if len(b) > 4 {
		m.directory -= len(b)
	} else {
		m.links -= len(b)
	}
	if err := m.spent(); err != nil {
		return 0, err
	}
	return m.Reader.ReadAt(b, at)
}

func (m *metered) spent() error {
	if m.directory < 0 || m.links < 0 {
		return errMuchDirectory
	}
	return nil
}
