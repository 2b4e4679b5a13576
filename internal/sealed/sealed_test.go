package sealed_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"nianbao/internal/sealed"
)

// What was sealed by earlier versions is to be known again, so that both sides may not change together.
func TestNamesStayWhatTheyAre(t *testing.T) {
	assert.Equal(t, "/ID [<F5117EDB193052414D3B7496857953FD> <F5117EDB193052414D3B7496857953FD>]", sealed.PDF([]byte("%PDF-1.7\n1 0 obj\n")))
	p := sealed.NewParts()
	p.Add("Doc_0/Document.xml", []byte("年报"))
	p.Add("Doc_0/Res.xml", nil)
	assert.Equal(t, "e74e4266493c52d54f0a7c185944fb24", p.Name())
}
