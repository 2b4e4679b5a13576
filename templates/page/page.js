// The script of the page. It sends what is filled in, dropped and pressed to the program, and shows what comes back; the program makes the
// views. Its host is a server on this computer, or, where window.nianbao is there, the program inside the page itself.
"use strict";
(() => {
  if (window.nianbaoMissing && window.nianbaoMissing.length > 0) return; // gate.js has said what the browser lacks
  const host = window.nianbao;
  const $ = (selector, within = document) => within.querySelector(selector);
  const $$ = (selector, within = document) => Array.from(within.querySelectorAll(selector));
  const main = () => $("#main");
  const isSeen = e => e.getClientRects().length > 0;

  const answers = "application/vnd.nianbao+json", file = "application/octet-stream";

  // Requests

  // inHand are the reports in hand, as the view tells them: by their paths, which version holds what was typed in them, undefined for none.
  let inHand = new Map();
  const fetched = new Set(); // versions of which the workbook was saved
  const isUnsaved = () => Array.from(inHand.values()).some(version => version && !fetched.has(version));

  let renewal; // of a program that ended, as long as it goes on

  // sent is what changed something, to be sent again to a program in the page that had to be started anew; a server is never. Files that
  // others came in place of are not sent again, nor is anything that was cleared, which fonts are not.
  const sent = [];
  const clears = url => url.startsWith("/reports/clear");
  const keep = (one, supersedes) => {
    if (!host) return;
    const isSuperseded = before => before && before.url === one.url && before.location === one.location;
    if (clears(one.url)) sent.splice(0, Infinity, ...sent.filter(before => /[?&]as=font(&|$)|^\/fonts\//.test(before.url)));
    while (supersedes && isSuperseded(sent[sent.length - 1])) sent.pop();
    sent.push(one);
  };

  const serve = async ({ method, url, headers, body }) => {
    const r = await fetch(url, { method, headers, body, redirect: "error", cache: "no-store" });
    return { status: r.status, headers: r.headers, body: r.body };
  };
  const send = host ? host.send : serve;

  const whole = async body => {
    if (!body) return new Blob([]);
    const chunks = [];
    if (body.getReader) {
      const reader = body.getReader();
      for (let part = await reader.read(); !part.done; part = await reader.read()) chunks.push(part.value);
    } else {
      for await (const chunk of body) chunks.push(chunk);
    }
    return new Blob(chunks);
  };

  class Refused extends Error {}

  const request = async (method, url, body, type, again) => {
    if (!again) await renewal;
    const headers = type ? { "Content-Type": type } : {};
    let answer, blob;
    try {
      answer = await send({ method, url, headers, body: body || null });
      blob = await whole(answer.body);
    } catch (error) {
      if (error.restarted && !again) await renewal;
      throw Object.assign(new Refused(host ? error.message : "程序已经关了，请重新打开"), { restarted: error.restarted });
    }
    const text = answer.headers.get("content-type") || "";
    if (answer.status >= 400) throw new Refused((await blob.text()).trim() || "没有做成，请再试一次");
    const location = answer.headers.get("location"), changed = answer.status === 201;
    if (method === "POST" && changed) keep({ method, url, body, type, location }, answer.headers.has("supersedes"));
    if (url.endsWith("/files/workbook")) fetched.add(inHand.get(url.replace(/\/files\/workbook$/, "")));
    return {
      blob, type: text, told: text.startsWith("text/plain") ? await blob.text() : "",
      location, changed, disposition: answer.headers.get("content-disposition"),
    };
  };

  // renewed sends to a program that was started anew, and knows nothing, what the one before was sent. What ended that one was not kept;
  // what ends this one is left out, and all begins again. Whatever else is asked for waits.
  const renewed = async () => {
    const all = sent.splice(0);
    fetched.clear(); // the new one numbers versions anew
    for (let next = 0; next < all.length;) {
      const one = all[next];
      try {
        await request(one.method, one.url, one.body, one.type, true);
        next++;
      } catch (error) {
        complain(error);
        all.splice(next, 1);
        if (error.restarted) {
          sent.length = 0;
          next = 0;
        }
      }
    }
    renewal = null;
  };
  document.addEventListener("nianbao-renewed", () => { renewal = renewal || renewed(); });

  // What is said

  const complain = error => {
    const p = document.createElement("p");
    const span = document.createElement("span");
    if (!(error instanceof Refused)) console.error(error);
    span.textContent = error instanceof Refused ? error.message : "页面出错了，这一步没有做成，请再试一次；还是不行，请先下载改好的填报表，再重新打开";
    note("");
    $$("#alert p").filter(other => $("span", other).textContent === span.textContent).forEach(other => other.remove());
    const close = document.createElement("button");
    close.textContent = "知道了";
    close.onclick = () => p.remove();
    p.append(span, close);
    $("#alert").append(p);
  };

  // forget takes away what was complained of before: what is done next is the answer to it.
  const forget = () => $$("#alert p").forEach(p => p.remove());

  // note tells what went well, for a while.
  let noted;
  const note = text => {
    const box = $("#note");
    box.textContent = text;
    box.hidden = !text;
    clearTimeout(noted);
    noted = setTimeout(() => { box.hidden = true; }, 6000);
  };

  const progress = (told, done, all) => {
    const box = $("#progress"), bar = $("progress", box);
    box.hidden = !told;
    $("span", box).textContent = told || "";
    if (all > 1) { bar.max = all; bar.value = done; } else bar.removeAttribute("value");
  };

  let busy = 0;
  const doing = async (told, work) => {
    busy++;
    const late = setTimeout(() => progress(told), 300);
    document.body.setAttribute("aria-busy", "true");
    try {
      return await work();
    } catch (error) {
      complain(error);
    } finally {
      clearTimeout(late);
      if (--busy === 0) { progress(); document.body.removeAttribute("aria-busy"); }
    }
  };

  // Views

  let current = "/start";
  let texts; // what the view has for the clipboard, made ready beforehand
  let asked = 0; // views so far: only the last one that was asked for is shown

  // kept is what was typed, chosen and ticked in the forms that ask for a file, by form and name: they are filled in again whenever they
  // are shown anew, and whatever else the program has for them counts only where nothing was.
  const kept = new Map();
  const asking = use => $$("form[data-post]", main()).forEach(form => Array.from(form.elements).filter(field => field.name).forEach(field => use(field, form.dataset.post + " " + field.name)));
  const isTouched = field => {
    if (field.type === "checkbox") return field.checked !== field.defaultChecked;
    if (!field.options) return field.value !== field.defaultValue;
    const given = Array.from(field.options).find(o => o.defaultSelected) || field.options[0];
    return Boolean(given) && field.value !== given.value;
  };
  const keepTyped = () => asking((field, of) => {
    if (isTouched(field)) kept.set(of, field.type === "checkbox" ? field.checked : field.value); else kept.delete(of);
  });
  const typeAgain = () => asking((field, of) => {
    if (!kept.has(of)) return;
    if (field.type === "checkbox") field.checked = kept.get(of); else field.value = kept.get(of);
  });

  // left is where the eye was in a view, for when it is come back to.
  const left = new Map();
  const eye = () => [[window.scrollX, window.scrollY], ...$$(".findings, .scroll").map(e => [e.scrollLeft, e.scrollTop])];
  const look = ([at, ...inside]) => {
    $$(".findings, .scroll").forEach((e, i) => inside[i] && e.scrollTo(inside[i][0], inside[i][1]));
    window.scrollTo(at[0], at[1]);
  };

  // stoodAt tells where the focus is, and stands finds that again in a view that was shown anew: the same field or button, or else what can
  // be done in the finding that it was in.
  const stoodAt = () => {
    const e = document.activeElement;
    if (!e || !main().contains(e) || e === main()) return null;
    const finding = e.closest(".finding");
    return { id: e.id, post: e.dataset.post, finding: finding && finding.id, saving: Boolean(e.closest(".savebar")) };
  };
  const stands = ({ id, post, finding }) => {
    const again = id && document.getElementById(id) || post && $$("[data-post]", main()).find(b => b.dataset.post === post);
    if (again && main().contains(again)) return again;
    const same = finding && document.getElementById(finding);
    return same && $(".answer input, .go, .rule", same);
  };

  const show = (html, keep) => {
    const view = new DOMParser().parseFromString(html, "text/html").querySelector(".view");
    const at = eye(), stood = stoodAt(), trail = $$(".trail", main()).some(isSeen);
    const late = keep ? changed().map(field => [field.id, field.value]) : []; // typed while it was being saved
    keepTyped();
    main().replaceChildren(view);
    typeAgain();
    settle(view);
    for (const [id, text] of late) {
      const field = document.getElementById(id);
      if (!field) continue;
      field.value = text;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    // Whoever pressed what is there no more goes to the verdict, or, on the trail from finding to finding, stays on it.
    const next = trail && $$(".trail [data-trail=next]", view).find(isSeen);
    const again = keep && stood && (stood.saving && next || stands(stood));
    if (keep && !(stood && stood.saving && !again)) look(at); else window.scrollTo(0, 0);
    if (again) again.focus({ preventScroll: true });
    else if (!keep || stood) main().focus({ preventScroll: true });
  };

  // isShown says whether a view is the one that is shown, whatever in it was gone to.
  const isShown = path => path.split("~")[0] === current.split("~")[0];

  // visit shows a view, unless another was asked for since; keep leaves the eye where it is. Behind ~ stands the element that is meant.
  const visit = (path, keep, since = asked) => doing("正在打开……", async () => {
    if (since !== asked) return;
    const mine = ++asked;
    const [place, element] = path.split("~");
    let answer;
    try {
      answer = await request("GET", place);
    } catch (error) {
      if (mine === asked) history.replaceState(null, "", "#" + current); // what is shown stays
      throw error;
    }
    if (mine !== asked) return;
    left.set(current, eye());
    current = path;
    if (location.hash !== "#" + path) history.pushState({ seen: true }, "", "#" + path);
    else history.replaceState({ seen: true }, "", "#" + path);
    show(await answer.blob.text(), keep);
    if (element) reach(element);
  });

  // follow leads to what a finding asks to mend, selected, so that what is typed takes its place.
  const follow = go => {
    $$(".term").forEach(cell => cell.classList.remove("term"));
    go.dataset.terms.split(" ").map(id => document.getElementById(id)).filter(Boolean).forEach(cell => cell.parentElement.classList.add("term"));
    followed = { path: current, finding: go.closest(".finding").id, at: ways().indexOf(go) };
    tellTrail();
    reach(go.hash.slice(1));
    const field = document.activeElement;
    if (field.matches("input")) field.select(); else if (field.matches("textarea")) selectWords(field, go.dataset);
  };

  // selectWords selects the words of a text that are wrong, or goes behind those after which something is to be added.
  const selectWords = (area, { words = "", wrong = words, behind }) => {
    const at = words ? area.value.indexOf(words) : -1;
    const start = at >= 0 ? area.value.indexOf(wrong, at) : behind === undefined ? 0 : area.value.length;
    const end = at >= 0 ? start + wrong.length : start;
    area.setSelectionRange(behind === undefined ? start : end, end);
    const room = area.offsetHeight - innerHeight / 2; // by which it is too high to be in sight as a whole
    if (room > 0) window.scrollBy(0, (start / area.value.length - 0.5) * room);
  };

  // Where findings and figures are not side by side, a trail leads back to the finding that was followed, and on to the next.
  let followed; // {path, finding, at}: which one, and how many that can be followed stand before it
  const ways = () => $$(".finding .go", main());
  const tellTrail = () => $$(".trail", main()).forEach(trail => { trail.hidden = !followed || followed.path !== current || ways().length === 0; });

  const goOn = next => {
    const all = ways(), at = all.findIndex(go => go.closest(".finding").id === followed.finding);
    const to = at < 0 ? followed.at : next ? at + 1 : at; // what was mended is there no more, and the next is in its place
    if (!next) {
      const back = all[Math.min(to, all.length - 1)];
      back.closest(".finding").scrollIntoView({ block: "center" });
      back.focus({ preventScroll: true });
    } else if (all[to]) follow(all[to]);
    else note("后面没有要改的了，前面的请点“回到问题”");
  };

  // reach leads to an element of the view, by its id as it stands in an address.
  const reach = id => {
    const target = document.getElementById(decodeURIComponent(id));
    if (!target) return;
    const folded = target.closest("details");
    if (folded) folded.open = true;
    target.scrollIntoView({ block: target.matches("h1, h2, h3") ? "start" : "center", inline: "center" });
    target.focus({ preventScroll: true });
  };

  const ofReport = { report: 1, pages: 1, edited: 1, upward: 1 }; // steps that need one
  let steps = ""; // the path of the report that they lead to; "" as long as none was opened

  // settle makes a view that has just been shown ready to be used.
  const settle = view => {
    forget();
    note("");
    $$("select[data-key]", view).forEach(list => { list.defaultValue = list.value; }); // which lists, unlike other fields, have not of themselves
    const report = view.dataset.report || "";
    inHand = new Map((view.dataset.hand || "").split(" ").filter(Boolean).map(one => one.split(":")).map(([number, version]) => ["/report/" + number, version]));
    if (watched && watched.at && !inHand.has(watched.at)) watched = null;
    if (report) steps = report; else if (steps && !inHand.has(steps)) steps = inHand.keys().next().value || ""; // it was taken away
    let step = ""; // of the report that is shown
    for (const a of $$(".top nav a")) {
      const place = a.dataset.place;
      if (ofReport[place] && place === view.dataset.place) step = a.textContent;
      if (ofReport[place]) {
        if (steps) a.hash = steps + (place === "report" ? "" : "/" + place); else a.hash = "/start~filled";
        if (a.hash.startsWith("#/start")) a.setAttribute("aria-disabled", "true"); else a.removeAttribute("aria-disabled");
      }
      a.removeAttribute("aria-current");
      if (place !== view.dataset.place) continue;
      a.setAttribute("aria-current", "page");
      a.scrollIntoView({ block: "nearest", inline: "nearest" });
    }
    document.title = [step, view.dataset.title, "年报"].filter(Boolean).join(" – ");
    texts = null;
    const paste = $("[data-paste]", view);
    if (paste) request("GET", paste.dataset.paste).then(async answer => { texts = JSON.parse(await answer.blob.text()); }, complain);
    const watch = $(".watch", view);
    if (watch && window.showOpenFilePicker) tellWatch(watch);
    $$("[data-local]", view).forEach(e => { e.hidden = !window.queryLocalFonts; });
    $$("textarea", view).forEach(grow);
    $$(".grid", view).forEach(stickHeads);
    $$(".foot", view).forEach(foot => heads.observe(foot));
    tellTrail();
    $$("img[data-src]", view).forEach(img => seen.observe(img));
    drawAll(view);
    $$("[data-typed]", view).forEach((box, i) => { tell(box, typed.has(report + " " + i)); });
  };

  const draw = img => {
    seen.unobserve(img);
    const from = img.dataset.src;
    img.removeAttribute("data-src");
    return request("GET", from).then(answer => {
      const url = URL.createObjectURL(new Blob([answer.blob], { type: answer.type }));
      img.onload = () => URL.revokeObjectURL(url);
      img.src = url;
    }, complain);
  };

  const seen = new IntersectionObserver(entries => {
    entries.filter(e => e.isIntersecting && e.target.dataset.src).forEach(e => draw(e.target));
  }, { rootMargin: "600px" });

  // drawAll draws the pages that are not in sight one by one, so that all are there when the view is printed.
  const drawAll = async view => {
    for (;;) {
      await new Promise(done => setTimeout(done, 50));
      const next = $("img[data-src]", view);
      if (!next || !view.isConnected) return;
      if (!busy) await draw(next);
    }
  };

  // typed are the rows that were typed into another system, by report and place.
  const typed = new Set();

  const tell = (box, done) => {
    box.checked = done;
    box.closest("li").classList.toggle("done", done);
  };

  document.addEventListener("change", e => {
    if (!e.target.matches("[data-typed]")) return;
    const of = $(".view").dataset.report + " " + $$("[data-typed]").indexOf(e.target);
    if (e.target.checked) typed.add(of); else typed.delete(of);
    tell(e.target, e.target.checked);
  });

  document.addEventListener("keydown", e => {
    const step = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[e.key];
    if (!step || !e.target.matches("[data-typed]")) return;
    e.preventDefault();
    if (e.key === "Enter" && !e.target.checked) e.target.click();
    const rows = $$("[data-typed]"), next = rows[rows.indexOf(e.target) + step];
    if (!next) return;
    next.focus({ preventScroll: true });
    next.closest("li").scrollIntoView({ block: "center" });
  });

  const grow = area => {
    area.style.height = "auto";
    area.style.height = area.scrollHeight + 2 + "px";
  };

  // stickHeads keeps the heads of a table in sight: where they stick is known only when they are laid out.
  const stickHeads = table => {
    $$(".rowhead", table).forEach(th => th.classList.remove("rowhead")); // so that they are where they belong
    table.parentElement.style.scrollPaddingLeft = "0";
    let top = 0;
    for (const row of $$(".headrow", table)) {
      $$("th", row).forEach(th => th.style.setProperty("--top", top + "px"));
      top += row.getBoundingClientRect().height;
    }
    table.parentElement.style.scrollPaddingTop = top + "px"; // so that what has the focus is not under them
    const heads = Number((table.className.match(/heads(\d)/) || [])[1] || 0);
    const edge = table.getBoundingClientRect().left;
    if (table.parentElement.clientWidth < 560) return; // they would take all the room
    let left = 0;
    for (const th of $$("th", table)) {
      if (Number(th.dataset.col) >= heads || th.colSpan > heads) continue;
      th.classList.add("rowhead");
      const box = th.getBoundingClientRect();
      th.style.setProperty("--left", box.left - edge + "px");
      left = Math.max(left, box.right - edge);
    }
    table.parentElement.style.scrollPaddingLeft = left + "px";
  };

  let resized;
  addEventListener("resize", () => {
    clearTimeout(resized);
    resized = setTimeout(() => $$(".grid", main()).forEach(stickHeads), 100);
  });

  // changed lists what was typed in the view and is not saved: figures, texts, explanations.
  const changed = () => $$("[data-key], .answer input", main()).filter(f => f.value !== f.defaultValue);

  // mayLeave asks whether that may go with the view; it asks once.
  const mayLeave = (what = "离开") => {
    if (changed().length === 0) return true;
    if (!confirm("改了" + changed().length + "处，还没有保存，" + what + "就没有了。真的" + what + "吗？")) return false;
    changed().forEach(f => { f.value = f.defaultValue; });
    return true;
  };

  let goingBack = false; // to a view that was seen, and not to one by a link in another
  let byStep = false; // by the head of the page, which leads to a step as it was left
  window.addEventListener("popstate", e => { goingBack = Boolean(e.state); });

  const leave = () => {
    const path = location.hash.slice(1), before = (goingBack || byStep) && left.get(path);
    goingBack = byStep = false;
    if (mayLeave()) visit(path).then(() => { if (before && current === path) look(before); }); else history.replaceState(null, "", "#" + current);
  };

  window.addEventListener("hashchange", () => {
    if (location.hash.startsWith("#/")) {
      if (location.hash !== "#" + current) leave();
      return;
    }
    const element = location.hash.slice(1);
    history.replaceState(null, "", "#" + current);
    reach(element);
  });

  // saveChanges saves all that was typed in the view, together, and shows the view anew. Whatever is made of the report is made of that.
  const saveChanges = async () => {
    const to = $("form.edits", main()), list = changed();
    if (!to || list.length === 0) return "";
    const since = asked;
    const answer = await request("POST", to.dataset.changes, JSON.stringify(list.map(f => f.dataset.key
      ? { key: f.dataset.key, paragraph: Number(f.dataset.paragraph || 0), before: f.defaultValue, text: f.value }
      : { number: f.name, before: f.defaultValue, text: f.value })), answers);
    list.forEach(f => { f.defaultValue = f.value; });
    await visit(answer.location, isShown(answer.location), since);
    return answer.told;
  };

  // Files

  const save = async (method, url, body, type) => {
    const saved = await saveChanges();
    const answer = await request(method, url, body, type);
    const name = /filename\*=utf-8''([^;]+)/i.exec(answer.disposition || "") || /filename="?([^";]+)/i.exec(answer.disposition || "");
    const a = document.createElement("a");
    a.href = URL.createObjectURL(answer.blob);
    a.download = name ? decodeURIComponent(name[1]) : "年报";
    document.body.append(a);
    a.click();
    a.remove();
    note((saved ? "先保存了：" + saved + "。" : "") + "已下载“" + a.download + "”，在浏览器的下载文件夹里");
    setTimeout(() => URL.revokeObjectURL(a.href), 60000);
  };

  const pathOf = one => one.path || one.webkitRelativePath || one.name;

  // meant are those among files that somebody put where they lie, and no program or system did.
  const meant = async files => {
    const answer = await request("POST", "/files/names", JSON.stringify(files.map(pathOf)), answers);
    const litter = new Set(JSON.parse(await answer.blob.text()));
    return files.filter((_, i) => !litter.has(i));
  };

  // bytesOf is what a file holds now: once it is saved again, the browser does not read it any more.
  const bytesOf = async one => {
    try {
      return new Blob([await one.arrayBuffer()]);
    } catch (error) {
      throw new Refused("“" + one.name + "”读不出来，可能移走了，或者正被别的程序占用，请再选一次");
    }
  };

  // upload hands files over one by one, and shows what came of them. What was typed is saved before.
  const upload = (files, to, then, going) => doing("正在读入……", async () => {
    if (!going) forget();
    const before = $$("#alert p");
    await saveChanges(); // what is read in shows another view
    $("#alert").append(...before);
    const since = asked;
    files = await meant(files);
    if (files.length === 0) throw new Refused("里面没有可以读的文件，请重新选择");
    const places = [], idle = []; // what was there already
    for (const [i, one] of files.entries()) {
      if (files.length > 1) progress("正在读第" + (i + 1) + "份，共" + files.length + "份：" + one.name, i, files.length);
      try {
        const url = to + (to.includes("?") ? "&" : "?") + "name=" + encodeURIComponent(pathOf(one));
        const answer = await request("POST", url, await bytesOf(one), file);
        places.push(answer.location);
        if (!answer.changed) idle.push(answer.told);
      } catch (error) {
        complain(error);
      }
    }
    if (places.length === 0) return places;
    const told = $$("#alert p"); // stays for the next view
    const shows = new Set(places);
    if (shows.size > 1) shows.delete("/start"); // what waits is told in the other views, too
    await visit(then || (shows.size > 1 ? "/reports" : Array.from(shows)[0]), false, since);
    $("#alert").append(...told);
    if (idle.length > 0) note(idle.length === 1 ? idle[0] : "有" + idle.length + "份放进来过，内容一样，没有再放");
    return places;
  });

  // A file whose handle the browser gave is looked at every while, and handed over again when it was saved.
  let watched; // {handle, name, saved, at}: until the report at this path, which came of it, is in hand no more

  const watch = (handle, file) => {
    watched = { handle, name: file.name, saved: file.lastModified };
    return readWatched(file);
  };

  const readWatched = async file => {
    const mine = watched, places = await upload([file], "/files");
    if (places && places.length > 0) mine.at = places[0];
  };

  const tellWatch = box => {
    const isWatched = watched && watched.name === box.dataset.file;
    box.hidden = false;
    $("button", box).textContent = isWatched ? "不盯了" : "盯着这份文件";
    $("span span", box).hidden = !isWatched;
  };

  setInterval(async () => {
    if (!watched || busy) return;
    let file;
    try { file = await watched.handle.getFile(); } catch (error) { return; } // while it is being saved there may be none
    if (file.lastModified === watched.saved || file.size === 0) return;
    watched.saved = file.lastModified;
    readWatched(file);
  }, 1500);

  // droppedOf takes what a drop holds, which may be asked for only while it goes on. Plain files are taken as they are, and folders by their
  // handles or else by their entries: a page that was opened from disk is given no file by an entry.
  const droppedOf = transfer => Array.from(transfer.items || []).filter(item => item.kind === "file").map(item => {
    const entry = item.webkitGetAsEntry && item.webkitGetAsEntry();
    const handle = item.getAsFileSystemHandle ? item.getAsFileSystemHandle().catch(() => null) : Promise.resolve(null);
    return { file: item.getAsFile(), folder: entry && entry.isDirectory ? entry : null, handle };
  });

  const inHandle = async (folder, path, files) => {
    for await (const one of folder.values()) {
      if (one.kind === "directory") await inHandle(one, path + one.name + "/", files);
      else files.push(Object.assign(await one.getFile(), { path: path + one.name }));
    }
  };

  const inEntry = async (folder, path, files) => {
    const reader = folder.createReader();
    for (;;) {
      const some = await new Promise((done, fail) => reader.readEntries(done, fail));
      if (some.length === 0) return;
      for (const one of some) {
        if (one.isDirectory) await inEntry(one, path + one.name + "/", files);
        else files.push(Object.assign(await new Promise((done, fail) => one.file(done, fail)), { path: path + one.name }));
      }
    }
  };

  // filesOf lists the files of a drop, with those of its folders.
  const filesOf = async dropped => {
    const files = [];
    for (const one of dropped) {
      if (!one.folder) {
        if (one.file) files.push(Object.assign(one.file, { path: one.file.name }));
        continue;
      }
      const name = one.folder.name, handle = await one.handle;
      const inside = [];
      try {
        if (handle && handle.kind === "directory") await inHandle(handle, name + "/", inside);
        else await inEntry(one.folder, name + "/", inside);
      } catch (error) {
        console.error(error);
        complain(new Refused("文件夹“" + name + "”拖不进来，请在“开始”里用“选一个文件夹”，或者打开文件夹，把里面的文件拖进来"));
        continue;
      }
      files.push(...inside);
    }
    return files.sort((a, b) => a.path < b.path ? -1 : 1);
  };

  const hasFiles = e => Array.from(e.dataTransfer ? e.dataTransfer.types : []).includes("Files");
  let over = 0;
  addEventListener("dragenter", e => { if (hasFiles(e)) { over++; $("#drop").hidden = false; } });
  addEventListener("dragleave", e => { if (hasFiles(e) && --over <= 0) { over = 0; $("#drop").hidden = true; } });
  addEventListener("dragover", e => { if (hasFiles(e)) e.preventDefault(); });
  addEventListener("drop", e => {
    if (!hasFiles(e)) return;
    e.preventDefault();
    over = 0;
    $("#drop").hidden = true;
    forget();
    const dropped = droppedOf(e.dataTransfer), plain = Array.from(e.dataTransfer.files);
    const target = e.target.closest && e.target.closest("label");
    const input = target && $("input[type=file]", target);
    (dropped.length ? filesOf(dropped) : Promise.resolve(plain)).then(async files => {
      const told = $$("#alert p").length;
      if (files.length === 0 && told) return;
      const to = input ? input.dataset.upload : "/files";
      if (dropped.length === 1 && !dropped[0].folder && to === "/files") {
        const handle = await dropped[0].handle; // without one it is not watched
        if (handle && handle.kind === "file") return watch(handle, files[0]);
      }
      return upload(files, to, input && input.dataset.then, told > 0);
    }).catch(complain);
  });

  // What is pressed and filled in

  // What builds on what was typed has it saved first; what would lose it asks.
  const builds = /\/(mend|ledger)$/;
  const post = (url, data, then) => (builds.test(url) || mayLeave("接着做")) && doing("正在处理……", async () => {
    forget();
    const saved = await saveChanges();
    const since = asked;
    const answer = await request("POST", url, JSON.stringify(data), answers);
    if (clears(url)) { // what was typed goes with the rest
      $$("form[data-post]", main()).forEach(form => form.reset());
      kept.clear();
    }
    const at = then || answer.location;
    await visit(at, isShown(at), since);
    const status = $("[role=status]");
    note((saved && "先保存了：" + saved + "。") + answer.told + (status && at === answer.location ? "。" + status.textContent : ""));
  });

  const valueOf = field => field.type === "checkbox" ? field.checked : field.type === "number" ? Number(field.value) : field.value;

  document.addEventListener("change", e => {
    const input = e.target;
    if (input.type !== "file" || !input.dataset.upload) return;
    const files = Array.from(input.files);
    input.value = "";
    if (files.length) upload(files, input.dataset.upload, input.dataset.then);
  });

  document.addEventListener("click", e => {
    const step = e.target.closest(".top nav a[aria-disabled]");
    if (step) {
      e.preventDefault();
      visit("/start~filled").then(() => note("还没有打开年报，请先把年报放进来，再用“" + step.textContent + "”"));
      return;
    }
    const go = e.target.closest("a[data-terms]");
    if (go) {
      e.preventDefault();
      return follow(go);
    }
    const trail = e.target.closest("[data-trail]");
    if (trail) return goOn(trail.dataset.trail === "next");
    const other = e.target.closest(".top nav a");
    if (other && other.hash !== location.hash) byStep = true;
    const a = e.target.closest("a[data-save], button[data-post], button[data-fill], button[data-paste], button[data-copy], button[data-watch], button[data-fonts]");
    if (!a || a.dataset.ask && !confirm(a.dataset.ask)) return;
    if (a.matches("[data-save]")) {
      e.preventDefault();
      forget();
      doing("正在生成……", () => save("GET", a.getAttribute("href")));
    } else if (a.matches("[data-watch]")) {
      const box = a.closest(".watch");
      if (watched && watched.name === box.dataset.file) {
        watched = null;
        tellWatch(box);
      } else {
        showOpenFilePicker().then(async ([handle]) => watch(handle, await handle.getFile()), () => {}); // she may think better of it
      }
    } else if (a.matches("[data-fill]")) { // what stands there is seen before it is saved
      const field = document.getElementById(a.dataset.fill);
      field.value = a.dataset.value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      reach(field.id);
    } else if (a.matches("[data-fonts]")) {
      useInstalled(a.dataset.fonts.split(" "), a.dataset.then);
    } else if (a.dataset.post) {
      post(a.dataset.post, {}, a.dataset.then);
    } else if (a.dataset.copy) {
      put({ "text/plain": a.dataset.copy, ...(a.dataset.markup && { "text/html": a.dataset.markup }) }).then(() => tick(a), complain);
    } else {
      put(texts).then(() => tick(a), complain);
    }
  });

  // useInstalled takes the fonts that are known from those installed, if the person allows it.
  const useInstalled = (wanted, then) => doing("正在找字库……", async () => {
    const found = (await queryLocalFonts()).filter(f => wanted.includes(f.postscriptName.toLowerCase()));
    if (found.length === 0) throw new Refused("这台电脑上没有找到仿宋、小标宋等字库；有字库文件的，请选文件");
    const files = await Promise.all(found.map(async f => new File([await f.blob()], f.postscriptName + ".ttf")));
    await upload(files, "/files?as=font", then);
  });

  const tick = button => {
    const was = button.textContent;
    button.textContent = "已复制";
    setTimeout(() => { button.textContent = was; }, 2000);
  };

  // put puts texts on the clipboard: at once, as browsers allow it only while a button is being pressed, and by the event, which takes the
  // markup as it is. The newer way judges it by the policy of this page, and loses its looks.
  const put = async texts => {
    let done = false;
    const take = e => {
      e.preventDefault();
      for (const kind in texts) e.clipboardData.setData(kind, texts[kind]);
      done = true;
    };
    if (texts) document.addEventListener("copy", take);
    if (texts) document.execCommand("copy");
    document.removeEventListener("copy", take);
    if (!done) throw new Refused(texts ? "浏览器不让复制，请用下载的文件" : "还没有准备好，请再按一次");
  };

  // saveAndCheck saves all that was typed in the view, and tells what is found then.
  const saveAndCheck = () => doing("正在处理……", async () => {
    forget();
    const told = await saveChanges(), status = $("[role=status]");
    note(told + (status ? "。" + status.textContent : ""));
  });

  // Ctrl+S, and Cmd+S, saves what is being edited, from wherever one is in it, and stays there; the browser would save the page.
  document.addEventListener("keydown", e => {
    if (!(e.ctrlKey || e.metaKey) || e.altKey || e.shiftKey || (e.key !== "s" && e.key !== "S") || !$("form.edits", main())) return;
    e.preventDefault();
    if (e.repeat || busy) return;
    if (changed().length === 0) note("还没有改动"); else saveAndCheck();
  });

  document.addEventListener("submit", e => {
    e.preventDefault();
    const form = e.target;
    if (form.dataset.changes) { // all that was typed in the view is saved together
      const answer = form.matches(".answer") && $("input", form);
      if (answer && !(answer.value + answer.defaultValue).trim()) {
        answer.focus();
        return note("请先写说明，再按“" + $("button", form).textContent + "”");
      }
      if (changed().length === 0) return note("还没有改动");
      saveAndCheck();
    } else if (form.dataset.post) {
      const data = {};
      for (const field of Array.from(form.elements)) if (field.name) data[field.name] = valueOf(field);
      forget();
      doing("正在生成……", () => save("POST", e.submitter && e.submitter.dataset.to || form.dataset.post, JSON.stringify(data), answers));
    }
  });

  const count = () => {
    const n = changed().length, bar = $(".savebar");
    if (!bar) return; // the view that was reset is shown no more
    bar.hidden = n === 0;
    $("span", bar).textContent = n ? "改了" + n + "处，还没有保存" : "";
  };

  // addUp shows what totals come to while figures are being typed: what was saved, and by how much their parts differ from that. Where that is
  // not told by plain digits, the program tells it when they are saved.
  const addUp = table => $$("output[data-parts]", table || document.createElement("p")).forEach(total => {
    const more = grown(total);
    total.value = more === 0 ? total.defaultValue : Number.isFinite(more) ? String(Number(total.defaultValue) + more) : "";
  });
  const grown = cell => {
    if (!cell) return 0;
    if (cell.dataset.parts) return cell.dataset.parts.split(" ").reduce((sum, id) => sum + grown(document.getElementById(id)), 0);
    return cell.value === cell.defaultValue ? 0 : Number(cell.value) - Number(cell.defaultValue);
  };

  let lastField; // that was typed in
  document.addEventListener("input", e => {
    const field = e.target, form = field.form;
    if (field.tagName === "TEXTAREA") grow(field);
    if (!form || !form.dataset.changes) return;
    lastField = field;
    field.parentElement.classList.toggle("changed", field.value !== field.defaultValue);
    addUp(field.closest(".grid"));
    count();
  });
  document.addEventListener("reset", e => setTimeout(() => {
    $$(".changed", e.target).forEach(c => c.classList.remove("changed"));
    $$("textarea", e.target).forEach(grow);
    $$(".answer input").forEach(i => { i.value = i.defaultValue; });
    const pressed = document.activeElement && document.activeElement.closest(".savebar"); // it hides with the rest of the bar
    count();
    if (pressed && lastField && main().contains(lastField)) lastField.focus({ preventScroll: true });
    else if (pressed) main().focus({ preventScroll: true });
  }));
  addEventListener("beforeprint", () => {
    const view = $(".view");
    if (view && $("img[data-src]", view)) view.dataset.unready = ""; else if (view) view.removeAttribute("data-unready");
  });
  addEventListener("beforeunload", e => {
    if (!isUnsaved() && changed().length === 0) return;
    e.preventDefault();
    e.returnValue = "还没有保存"; // Chromium before 119 asks only where there is something
  });

  // Cells that were copied from a spreadsheet go into as many cells, from the one with the focus on; where they do not fit, nothing is pasted.
  // Sums are not pasted: the table adds them up itself.
  document.addEventListener("paste", e => {
    const input = e.target;
    if (!input.matches || !input.matches(".grid input")) return;
    const rows = e.clipboardData.getData("text/plain").replace(/\r\n?/g, "\n").replace(/\n+$/, "").split("\n").map(row => row.split("\t"));
    if (rows.length === 1 && rows[0].length === 1) return;
    e.preventDefault();
    const across = Math.max(...rows.map(row => row.length));
    const left = cell => cell.getBoundingClientRect().left;
    const to = [];
    let line = input.closest("tr");
    const x = left(input.parentElement);
    for (const row of rows) {
      const cells = line ? $$("td", line) : [];
      const first = cells.findIndex(cell => Math.abs(left(cell) - x) < 3);
      const fit = first < 0 ? [] : cells.slice(first, first + row.length);
      if (fit.length < row.length || fit.some(cell => !$("input, output", cell))) {
        complain(new Refused("复制的是" + rows.length + "行、" + across + "列，从这一格起放不下，没有粘贴。请从最左上的那一格粘贴，或者一格一格复制"));
        return;
      }
      fit.forEach((cell, i) => to.push([$("input", cell), row[i].trim()]));
      for (line = line.nextElementSibling; line && !$("td input, td output", line);) line = line.nextElementSibling;
    }
    const typed = to.filter(([field]) => field);
    for (const [field, text] of typed) {
      field.value = text;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    forget();
    note("粘贴到" + typed.length + "格" + (typed.length < to.length ? "；合计自动相加，没有粘贴" : "") + "，请看一遍再保存");
  });

  document.addEventListener("keyup", e => {
    if (e.key === "Tab" && e.target.matches && e.target.matches(".grid input, .grid output")) e.target.scrollIntoView({ block: "nearest", inline: "nearest" });
  });

  // What chooses files opens by Enter as other buttons do.
  document.addEventListener("keydown", e => {
    if (e.key !== "Enter" || !e.target.matches || !e.target.matches("input[type=file]")) return;
    e.preventDefault();
    e.target.click();
  });

  // In a table the arrows up and down, and Enter, go from figure to figure.
  document.addEventListener("keydown", e => {
    const input = e.target;
    if (!input.matches || !input.matches(".grid input")) return;
    const step = { ArrowUp: -1, ArrowDown: 1, Enter: 1 }[e.key];
    if (!step || e.isComposing) return; // it ends what an input method composes
    e.preventDefault();
    const cell = input.parentElement, x = cell.getBoundingClientRect().left;
    for (let row = cell.parentElement; (row = step < 0 ? row.previousElementSibling : row.nextElementSibling);) {
      const next = $$("td input", row).find(i => Math.abs(i.parentElement.getBoundingClientRect().left - x) < 3);
      if (next) { next.focus(); next.select(); return; }
    }
  });

  // The server ends when no tab speaks any more; a tab that holds a lock is not put to sleep.
  const stay = () => {
    if (navigator.locks) navigator.locks.request("nianbao", { mode: "shared" }, () => new Promise(() => {}));
    const beat = setInterval(async () => {
      try { await fetch("/alive", { cache: "no-store" }); } catch (error) {
        clearInterval(beat);
        complain(new Refused("程序已经关了，手里的内容没有了；要接着用，请重新打开"));
      }
    }, 30000);
  };

  // Begin

  history.scrollRestoration = "manual"; // views are shown late

  // clear keeps what the focus is on out from under the head of the page, and what is complained of there, and from under the bar at its foot.
  const clear = () => {
    const head = $(".top"), foot = $(".foot"), above = getComputedStyle(head).position === "sticky" ? head.offsetHeight : 0;
    const below = foot ? foot.offsetHeight : 0, style = document.documentElement.style;
    $("#alert").style.top = above + "px";
    style.scrollPaddingTop = above + $("#alert").offsetHeight + 16 + "px";
    style.scrollPaddingBottom = below + 16 + "px";
    const field = document.activeElement, box = field && field.form && field.form.dataset.changes && field.getBoundingClientRect();
    if (box && below && !foot.contains(field) && box.bottom > innerHeight - below && box.height < innerHeight / 2) field.scrollIntoView({ block: "nearest", inline: "nearest" });
  };
  const heads = new ResizeObserver(clear);

  const begin = () => {
    heads.observe($(".top"));
    heads.observe($("#alert"));
    settle($(".view"));
    document.documentElement.dataset.ready = "";
    if (host && location.hash.startsWith("#/report")) { // of an earlier opening
      history.replaceState(null, "", "#/start");
      note("页面是重新打开的，手里没有文件了，请重新放进来");
    } else if (location.hash.startsWith("#/") && location.hash !== "#/start") visit(location.hash.slice(1));
  };
  if (host) {
    window.nianbaoShow = html => { // the whole page, of which the host has all but the body
      document.body.innerHTML = new DOMParser().parseFromString(html, "text/html").body.innerHTML;
      begin();
    };
  } else {
    stay();
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin); else begin();
  }
})();
