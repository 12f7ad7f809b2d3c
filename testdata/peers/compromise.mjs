#!/usr/bin/env node
// compromise behind the output of `offprint extract --json`, see main.go:
//
//	npm install && ./compromise.mjs extract --format text --json FILE...
//
// It finds quotes and names. It does not say who speaks: as in the figures
// that are quoted for it, the speaker is the nearest person of the quote's
// paragraph. Offsets are code points.
import { readFileSync } from 'node:fs'
import nlp from 'compromise'

const kinds = { people: 'person', places: 'place', organizations: 'organization' }

// spans gives the place of each match, in UTF-16 units.
const spans = (matches) => matches.json({ offset: true }).map((m) => ({
  text: m.text, start: m.offset.start, end: m.offset.start + m.offset.length,
}))

// trimmed takes spaces and marks off both ends of a name.
function trimmed(text, s) {
  let { start, end } = s
  while (start < end && !/[\p{L}\p{N}]/u.test(text[start])) start++
  while (end > start && !/[\p{L}\p{N}.]/u.test(text[end - 1])) end--
  if (/['’]s$/.test(text.slice(start, end))) end -= 2
  return { start, end }
}

// codePoints turns an offset of UTF-16 units into one of code points.
function codePoints(text) {
  const at = new Uint32Array(text.length + 1)
  for (let i = 0, n = 0; i <= text.length; i++) {
    at[i] = n
    const low = i < text.length && (text.charCodeAt(i) & 0xfc00) === 0xdc00
    if (i < text.length && !((text.charCodeAt(i) & 0xfc00) === 0xd800)) n++
    if (low) at[i] = n - 1
  }
  return (i) => at[Math.min(i, text.length)]
}

function nearest(text, quote, people) {
  const from = text.lastIndexOf('\n', quote.start) + 1
  let to = text.indexOf('\n', quote.end)
  if (to < 0) to = text.length
  let best = null
  for (const p of people) {
    if (p.start < from || p.end > to || (p.start >= quote.start && p.end <= quote.end)) continue
    const far = p.end <= quote.start ? quote.start - p.end : p.start - quote.end
    if (!best || far < best.far) best = { ...p, far }
  }
  return best
}

for (let args = process.argv.slice(2), i = 0; i < args.length; i++) {
  if (args[i] === 'extract' || args[i] === '--json') continue
  if (args[i] === '--format') { i++; continue }
  const text = readFileSync(args[i], 'utf8')
  const doc = nlp(text)
  const cp = codePoints(text)
  const span = (s) => [cp(s.start), cp(s.end)]
  const entities = []
  let people = []
  for (const [find, type] of Object.entries(kinds)) {
    const found = spans(doc[find]()).map((s) => trimmed(text, s)).filter((s) => s.start < s.end)
    if (type === 'person') people = found
    for (const s of found) entities.push({ name: text.slice(s.start, s.end), type, mentions: [span(s)] })
  }
  const speakers = people.concat(spans(doc.match('(he|she|they)')).map((s) => trimmed(text, s)))
  const quotes = spans(doc.quotations()).map((q) => {
    const who = nearest(text, q, speakers)
    return { kind: 'direct', content: [span(q)], source: who && [span(who)], cue: null,
      speaker: who ? text.slice(who.start, who.end) : '', speaker_kind: who ? 'person' : '', confidence: 0.5 }
  })
  console.log(JSON.stringify({ file: args[i], title: '', byline: '', published: '', language: 'en', text, quotes, entities }))
}
