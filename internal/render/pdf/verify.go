package pdf

import (
	"errors"
	"fmt"

	"nianbao/internal/render/layout"
)

// verify refuses pages that cannot be painted. Layout makes no such pages: each is a fault of the program.
func verify(p *layout.Pages) error {
	if len(p.Pages) == 0 {
		return errors.New("没有可以生成 PDF 的页面")
	}
	for i := range p.Pages {
		if part := p.Pages[i].Fault(); part != "" {
			return fmt.Errorf("第%d页%s的数值无效，不能生成 PDF。这是程序的错误，请把填报表发给维护者", i+1, part)
		}
	}
	for _, b := range p.Outline {
		if b.Page < 0 || b.Page >= len(p.Pages) || !layout.Drawable(b.Y) {
			return fmt.Errorf("书签“%s”的位置无效，不能生成 PDF。这是程序的错误，请把填报表发给维护者", b.Title)
		}
	}
	return nil
}
