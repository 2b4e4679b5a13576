package filename_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"nianbao/internal/filename"
)

func TestPortable(t *testing.T) {
	for _, c := range []struct{ why, name, want string }{
		{"an ordinary title", "清溪镇人民政府2025年", "清溪镇人民政府2025年"},
		{"what Windows refuses", `甲/乙\丙:丁*戊?己"庚<辛>壬|癸`, "甲_乙_丙_丁_戊_己_庚_辛_壬_癸"},
		{"control characters", "甲\x00乙\n", "甲_乙_"},
		{"nothing", "", "_"},
		{"a hidden file would not be found", ".profile", "_.profile"},
		{"a lock file would be skipped", "~$甲", "_~$甲"},
		{"no way out of the folder", "../../甲", "_.._.._甲"},
		{"writing turned round", "甲\u202efdp", "甲_fdp"},
		{"two units that look the same", "清溪\u200b镇", "清溪_镇"},
		{"line ends", "甲\u0085乙\u2028丙", "甲_乙_丙"},
		{"bytes that are no character", "甲\x9b", "甲_"},
		{"a device of Windows", "CON", "_CON"},
		{"in small letters, with an extension", "nul.2025年", "_nul.2025年"},
		{"with a number, also a raised one", "LPT¹", "_LPT¹"},
		{"with spaces that Windows drops", "com1 .x", "_com1 .x"},
		{"a console", "CONOUT$", "_CONOUT$"},
		{"no device", "COM12", "COM12"},
		{"a name that only begins so", "CONTROL", "CONTROL"},
		{"what Windows drops at the end", "甲. .", "甲___"},
	} {
		assert.Equal(t, c.want, filename.Portable(c.name), c.why)
		assert.Equal(t, c.name == c.want, filename.IsPortable(c.name), c.why)
		assert.True(t, filename.IsPortable(c.want), "%s: a name that was made is a name", c.why)
	}
	assert.True(t, filename.IsPortable(strings.Repeat("镇", 85)))
	assert.False(t, filename.IsPortable(strings.Repeat("镇", 85)+"a"), "a name longer than Linux has any")
}

func TestNamesThatAFileSystemTakesForOne(t *testing.T) {
	assert.Equal(t, filename.Fold("各镇/a镇.PDF"), filename.Fold("各镇/A镇.pdf"), "capital letters")
	assert.Equal(t, filename.Fold("\u212a.pdf"), filename.Fold("k.pdf"), "a sign whose small letter is another one's")
	assert.Equal(t, filename.Fold("Café"), filename.Fold("Cafe\u0301"), "an accent by itself")
	assert.NotEqual(t, filename.Fold("清溪镇"), filename.Fold("清谿镇"))
}
