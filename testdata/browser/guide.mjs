// Takes the pictures of the guide for clerks from the page itself:
//
//   node guide.mjs PROGRAM ADDRESS PLAN
//
// PLAN is a JSON file, {folder, pictures, python, edit, faulty, sound, others, list, corrected}: a folder for what is saved, one for the
// pictures, what edits a document (python edit DOCX OUT), workbooks: of one unit with faults and without (under one name), and of others;
// the list of a county's units, and the workbook that replaces one of the others when all is published.
import {execFileSync} from "node:child_process"
import fs from "node:fs"
import path from "node:path"
import {open, saved, usable} from "./browser.mjs"

const [program, address, planFile] = process.argv.slice(2)
const plan = JSON.parse(fs.readFileSync(planFile))
const browser = await open("chromium", program, plan.folder)

try {
  const page = await browser.newPage()
  page.setDefaultTimeout(60_000)
  const press = selector => page.$eval(selector, e => e.click())
  const picture = async (name, height, width = 1000) => {
    await page.setViewport({width, height})
    await page.evaluate(() => document.fonts.ready)
    await new Promise(resolve => setTimeout(resolve, 300))
    await page.screenshot({path: path.join(plan.pictures, name + ".png")})
  }
  const visit = async (place, selector) => {
    await press(`nav [data-place=${place}]`)
    await page.waitForSelector(selector)
  }
  const drop = async (file, shown) => {
    const input = await page.waitForSelector("input[type=file][multiple]")
    await input.uploadFile(...[file].flat())
    await page.waitForSelector(shown)
  }

  page.on("dialog", dialog => dialog.accept()) // what was typed and not saved goes
  await page.setViewport({width: 1000, height: 640})
  await page.goto(address)
  await usable(page)
  await page.addStyleTag({content: "* { caret-color: transparent !important }"}) // it blinks
  await page.type("#unit", "清溪镇人民政府")
  await page.select("#level", "乡镇")
  await picture("开始", 640)

  await drop(plan.faulty, ".verdict.fail")
  await picture("校验", 720, 1280)
  // The finding's cell, mended but not saved yet
  await page.setViewport({width: 1000, height: 560})
  await press(".finding.fatal .go")
  await page.waitForFunction("document.activeElement.matches('.grid input, .grid output')")
  await page.$eval("[data-key='requests.granted.natural_person']", e => {
    e.value = "2"
    e.dispatchEvent(new Event("input", {bubbles: true}))
    e.focus()
    e.scrollIntoView({block: "center"})
  })
  await page.waitForSelector(".savebar:not([hidden])")
  await picture("直接改", 560)

  await drop(plan.sound, ".since")
  await page.setViewport({width: 1280, height: 800})
  await visit("pages", ".pages img[src]")
  await picture("预览与下载", 800, 1280)
  await press("a[href$='/files/docx']")
  const edited = path.join(plan.folder, "领导改过.docx")
  execFileSync(plan.python, [plan.edit, await saved(plan.folder, ".docx"), edited])
  await visit("edited", "input[accept='.docx']")
  await (await page.$("input[accept='.docx']")).uploadFile(edited)
  await page.waitForSelector("ol.changes li")
  await page.$eval("#returned", e => e.scrollIntoView())
  await picture("送审", 520)

  await visit("upward", "[data-typed]")
  await page.focus("[data-typed]")
  for (let row = 0; row < 9; row++) await page.keyboard.press("Enter")
  await picture("上报", 640)

  await drop(plan.others, "table.register")
  await picture("汇总", 480)

  // The county's side: what is in its settings is sent out; of what was summed and published, something is corrected
  const office = async (file, shown) => {
    const input = await page.waitForSelector("input[data-upload='/files?as=office']")
    await input.uploadFile(file)
    await page.waitForSelector(shown)
  }
  const scrollTo = selector => page.$eval(selector, e => e.scrollIntoView())
  await page.type("#office", "青垣县人民政府")
  await page.select("#officelevel", "县级政府")
  await press("[data-post='/reports/sum'] button.primary")
  const sum = await saved(plan.folder, ".xlsx")
  await drop(plan.corrected, ".watch")
  await visit("reports", "table.register")
  await office(sum, "[data-to='/reports/corrections']")
  await page.setViewport({width: 1000, height: 620})
  await scrollTo("#sum")
  await picture("更正", 620)

  await press("[data-post^='/reports/clear']")
  await page.waitForFunction("!document.querySelector('table.register')")
  await visit("start", "#dispatch")
  await office(plan.list, "#sentyear")
  await press("a[href='/settings']")
  const settings = await saved(plan.folder, ".xlsx")
  await press("[data-post='/office/clear']")
  await page.waitForFunction("!document.querySelector('#sentyear')")
  await office(settings, "#sentyear")
  await page.setViewport({width: 800, height: 680})
  await scrollTo("#dispatch")
  await picture("下发", 680, 800)
} finally {
  await browser.close()
}
