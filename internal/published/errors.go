package published

import "errors"

// What makes a file unreadable as a whole. The texts are plain sentences that name the remedy; the caller adds the file.
var (
	ErrNotDocument = errors.New("不是Word文档，请换成本程序生成、修改过的报告（.docx）")
	ErrOldFormat   = errors.New("是旧格式的文档（.doc或.wps），请用Word或WPS打开，另存为.docx后再试")
	ErrOtherFormat = errors.New("不是.docx格式，请用Word或WPS打开，另存为“Word文档（.docx）”后再试")
	ErrWorkbook    = errors.New("是Excel工作簿，不是Word文档，请换成修改过的报告（.docx）")
	ErrEncrypted   = errors.New("设了打开密码，请用Word或WPS打开，去掉密码、保存后再试")
	ErrDamaged     = errors.New("文件已损坏，请用Word或WPS打开，另存为.docx后再试；打不开的，请换一份完好的")
	ErrTooLarge    = errors.New("内容太多，不是正常的年度报告，请删去多余的内容和图片后再试")
)
