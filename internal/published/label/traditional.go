package label

import (
	"strings"
	"sync"
	"unicode/utf8"
)

// traditional are the letters of the form and of the usual words of reports, each with the traditional letters that are written for it
// (TSCharacters of OpenCC).
const traditional = `
万萬 与與 业業 东東 两兩 个個箇 为為爲 举舉 么麼麽 义義 乡鄉 于於 产產産 从從 众眾衆 优優 会會 传傳 体體 余餘
关關 内內 写寫 决決 况況 减減 几幾 出齣 击擊 别別彆 制製 办辦 务務 动動 区區 华華 协協 单單 占佔 卷捲 县縣
发發髮 变變 只隻 台檯臺颱 号號 合閤 同衕 后後 咨諮 回迴 国國 图圖 场場 处處 复復複 头頭 实實 审審 家傢 对對
将將 局侷 层層 属屬 布佈 师師 应應 废廢 开開 强強 归歸 当噹當 录彔錄録 态態 总總 户戶 托託 执執 护護 报報
拟擬 据據 教敎 数數 无無 时時 机機 权權 条條 来來 构構 查査 标標 栏欄 样樣 核覈 档檔 毕畢 没沒 泄洩 注註
济濟 浏瀏 点點 热熱 现現 电電 监監 盖蓋 真眞 确確 碍礙 种種 秘祕 称稱 稳穩 类類 系係繫 累纍 纠糾 约約 级級
纳納 线綫線 组組 织織 经經 结結 络絡 绝絕絶 统統 继繼 续續 维維 编編 缴繳 网網 罚罰 群羣 联聯 致緻 节節 范範
获獲穫 虚虛 补補 表錶 规規 览覽 计計 订訂 认認 讨討 训訓 议議 记記 许許 论論 讼訟 设設 访訪 评評 诉訴 试試
话話 询詢 该該 请請 读讀 谁誰 负負 财財 责責 败敗 购購 费費 资資 转轉 载載 较較 辑輯 达達 过過 还還 这這
进進 连連 适適 选選 逾踰 邮郵 采埰寀採 里裏裡 销銷 镇鎭鎮 长長 门門 闭閉 问問 间間 阅閱閲 际際 面麪麫麵 页頁
项項 顺順 须須鬚 题題 额額 驳駁
`

// simplified finds the letter that a traditional one is written for.
var simplified = sync.OnceValue(func() map[rune]rune {
	letters := map[rune]rune{}
	for _, group := range strings.Fields(traditional) {
		letter, size := utf8.DecodeRuneInString(group)
		for _, r := range group[size:] {
			letters[r] = letter
		}
	}
	return letters
})
