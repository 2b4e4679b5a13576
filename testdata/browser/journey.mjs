// A clerk's way through the page, from the blank workbook to what is published; prints as JSON what came of it:
//
//   node journey.mjs chromium|firefox PROGRAM ADDRESS PLAN
//
// PLAN is a JSON file, {unit, year, folder, python, fill, sound, faulty, edit, axe, pictures}: whose report it is, on which year; a folder
// for what is saved; what fills in a workbook
// (python fill BLANK REPORT OUT); two reports as exchange JSON, one with faults; what edits a document (python edit DOCX OUT); the source
// of axe-core, none to leave that out; and a folder for pictures of each view, "" for none.
import {execFileSync} from "node:child_process"
import fs from "node:fs"
import path from "node:path"
import {open, requests, saved, usable} from "./browser.mjs"

const [kind, program, address, planFile] = process.argv.slice(2)
const plan = JSON.parse(fs.readFileSync(planFile))
const seen = {axe: [], complaints: [], times: {}}
const browser = await open(kind, program, plan.folder)

try {
  const page = await browser.newPage()
  page.setDefaultTimeout(60_000)
  page.on("console", message => seen.complaints.push(message.text()))
  page.on("pageerror", error => seen.complaints.push(String(error)))
  await page.setViewport({width: 1280, height: 800})
  const asked = await requests(kind, page)
  const timed = async (name, work) => {
    const start = performance.now()
    await work()
    seen.times[name] = Math.round(performance.now() - start)
  }
  const text = selector => page.$eval(selector, e => e.textContent)
  const texts = selector => page.$$eval(selector, all => all.map(e => e.textContent.trim()))
  const press = selector => page.$eval(selector, e => e.click())
  // look judges a view at several widths and in both schemes, and takes its pictures.
  const look = async name => {
    if (!axe && !plan.pictures) return
    for (const [width, scheme] of [[1280, "light"], [1280, "dark"], [640, "light"], [360, "light"]]) { // 640 is 1280 at 200 %
      await page.setViewport({width, height: 800})
      if (kind === "chromium") await page.emulateMediaFeatures([{name: "prefers-color-scheme", value: scheme}])
      else if (scheme === "dark") continue
      await new Promise(resolve => setTimeout(resolve, 100))
      const found = !axe ? [] : await page.evaluate(async source => {
        if (!window.axe) (0, eval)(source)
        const {violations} = await axe.run()
        const wide = document.documentElement.scrollWidth - innerWidth
        return violations.map(v => v.id + ": " + v.nodes.map(n => n.html).join(" | ").slice(0, 400)).concat(wide > 1 ? ["wider than the window by " + wide] : [])
      }, axe)
      seen.axe.push(...found.map(one => `${name}, ${width} px, ${scheme}: ${one}`))
      if (plan.pictures) await page.screenshot({path: path.join(plan.pictures, `${name}-${width}-${scheme}.png`)})
    }
    await page.setViewport({width: 1280, height: 800})
  }
  const axe = plan.axe && fs.readFileSync(plan.axe, "utf8")
  const visit = async (place, selector) => {
    await press(`nav [data-place=${place}]`)
    await page.waitForSelector(selector)
  }
  const drop = async (selector, file, shown) => {
    const input = await page.waitForSelector(selector)
    await input.uploadFile(file)
    await page.waitForFunction(shown)
  }

  await timed("open", async () => {
    page.goto(address).catch(() => {})
    await usable(page)
  })

  // The blank workbook
  await look("start")
  await page.type("#unit", plan.unit)
  await page.select("#level", "乡镇")
  await page.$eval("#year", (e, year) => { e.value = year }, plan.year)
  await press("form[data-post='/template'] button")
  const blank = await saved(plan.folder, ".xlsx")
  seen.blank = path.basename(blank)
  const filledFrom = (report, name) => {
    const out = path.join(plan.folder, name)
    execFileSync(plan.python, [plan.fill, blank, report, out])
    return out
  }

  // Filled in with faults, then mended
  const status = "document.querySelector('[role=status]')"
  const faulty = filledFrom(plan.faulty, "填报.xlsx")
  await timed("verdict", () => drop("input[type=file][multiple]", faulty, `${status} && ${status}.textContent.includes('不通过')`))
  seen.faulty = await text("[role=status]")
  seen.findings = await texts(".finding .message")
  await look("report")
  // A finding's name leads to what it means
  await press(".finding.fatal .rule")
  await page.waitForFunction("document.activeElement.matches('.guide h3')")
  seen.meaning = await page.evaluate("document.activeElement.textContent")
  await look("guide")
  await press(".guide > p a")
  await page.waitForSelector(".guide ol")
  await look("contents")
  await visit("report", ".finding.fatal .go")
  // A finding leads to its cell, which is mended there
  await press(".finding.fatal .go")
  await page.waitForFunction("document.activeElement.matches('.grid input, .grid output')")
  seen.marked = await page.$$eval(".grid td.fatal", all => all.length)
  await page.$eval("[data-key='requests.received.enterprise']", e => { e.value = "5"; e.dispatchEvent(new Event("input", {bubbles: true})) })
  await page.waitForSelector(".savebar:not([hidden])")
  // Nobody loses it by looking something up
  const warned = new Promise(done => page.once("dialog", dialog => dialog.dismiss().then(() => done(dialog.message()))))
  await press(".finding.fatal .rule")
  seen.warned = await warned
  await press(".savebar .primary")
  await page.waitForSelector("section.changes li")
  seen.changes = await texts("section.changes li")
  await press("a[href$='/files/workbook']")
  seen.changed = path.basename(await saved(plan.folder, "_修改.xlsx"))
  // The same file, mended in the spreadsheet
  filledFrom(plan.sound, "填报.xlsx")
  await drop("input[type=file][multiple]", faulty, `${status} && /^通过/.test(${status}.textContent)`)
  seen.sound = await text("[role=status]")
  seen.since = await texts(".since p")
  seen.stillThere = await texts(".finding .message")
  await look("mended")

  // The pages
  await timed("preview", () => visit("pages", ".pages img[src]"))
  seen.pages = await page.$$eval(".pages img", all => all.length)
  await new Promise(resolve => setTimeout(resolve, 500))
  await look("pages")
  seen.files = {blank, workbook: faulty} // which is the sound one by now
  for (const [file, extension] of [["pdf", ".pdf"], ["txt", ".txt"], ["docx", ".docx"], ["json", ".json"], ["zip", ".zip"]]) {
    await press(`a[href$='/files/${file}']`)
    seen.files[file] = await saved(plan.folder, extension)
  }
  // Pasted into the editor of a website
  await (await page.$("[data-paste]")).click()
  await page.waitForFunction("document.querySelector('[data-paste]').textContent === '已复制'")
  const site = await browser.newPage()
  await site.setContent("<div id=editor contenteditable></div>")
  await site.bringToFront()
  await site.focus("#editor")
  await site.keyboard.down("Control")
  await site.keyboard.press("v")
  await site.keyboard.up("Control")
  await site.waitForFunction("document.querySelector('#editor').textContent.length > 100")
  seen.pasted = await site.evaluate(() => {
    const editor = document.querySelector("#editor")
    return {tables: editor.querySelectorAll("table").length, headings: editor.querySelectorAll("h1,h2").length, styled: editor.querySelectorAll("td[style*=border]").length > 100, text: editor.textContent.replace(/\s+/g, "").slice(0, 100)}
  })
  await site.close()
  await page.bringToFront()

  // The document comes back
  const document = path.join(plan.folder, "改过.docx")
  execFileSync(plan.python, [plan.edit, seen.files.docx, document])
  await visit("edited", "input[accept='.docx']")
  await drop("input[accept='.docx']", document, `${status} && ${status}.textContent.includes('改了')`)
  seen.edited = await texts("ol.changes li")
  await look("edited")
  await press("button[data-post*='/takeback']")
  await page.waitForSelector("section.changes li")
  seen.takenBack = await page.$$eval("textarea", all => all.map(e => e.value).filter(v => v.includes("审签")))

  // The register
  await visit("reports", "table.register")
  seen.register = await texts("table.register tbody tr:first-child td, table.register tbody tr:first-child th")
  await look("reports")
  await press("a[href='/reports/register']")
  seen.files.register = await saved(plan.folder, "校验登记.xlsx")
  // A program that ended, where it is in the page, is started anew, and has in hand what the first had
  if (await page.evaluate(() => Boolean(window.nianbao))) {
    await page.evaluate(() => nianbao.restart())
    await page.evaluate(() => { location.hash = "#/report/1" })
    await page.waitForSelector("section.changes li")
    seen.again = await page.$$eval("textarea", all => all.map(e => e.value).filter(v => v.includes("审签")))
  }
  seen.asked = asked.filter(url => url !== "about:blank")
} finally {
  await browser.close()
}
console.log(JSON.stringify(seen))
