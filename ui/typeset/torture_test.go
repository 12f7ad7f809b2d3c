package typeset

import "offprint/reader"

// torture holds one of everything, and most things within each other.
const torture reader.Text = `# A *long* title with ` + "`code`" + ` & more &mdash; done

The minister said on Friday that "nothing has been **decided** yet about [the *plan*](https://example.org/plan?a=1&amp;b=2)," although
three people who *know the **matter** well* had told reporters otherwise; see also <https://example.org/x_y_z> and www.example.net.[^1]

![Workers outside the mill / K. Okafor](mill.jpg)

> "We are not going to discuss it," he added,
> and left.
>
> > A quotation within the other, with ~~struck~~ words
> > and a \*star\*.
>
> - an item in a quotation

1. First of all
2. Then a long item that has to be broken over several lines since it goes on and on and on
   - nested **bold** item
   - [x] a task that is done
   - [ ] one that is not

   A second paragraph in the item.
10. Ten

| Name | Since | Note |
|:-----|------:|------|
| Alma Duarte | 1998 | took over the *old* mill |
| 李明 | 2004 | ` + "`a\\|b`" + ` and [a link](http://example.com/) |

` + "```go\nfunc main() {\n\tprintln(\"x \\\\* y\") // a comment that is longer than most of the windows are wide, by far\n}\n\n\n// end\n```" + `

    indented *code* &amp; no markup

中国外交部发言人表示,反对任何加剧紧张局势的行动,并呼吁
各方保持克制。日本語の文章も、行の途中で折り返されます。

قال الوزير إن القرار لم يتخذ بعد. שלום עולם. é ñ 👨‍👩‍👧 ❤️ 👍🏽 🇳🇴 हिन्दी ภาษาไทย

Line one  
line two<br>line three with <b>html</b>

Term
: Its meaning
: Another

---

<div>raw html</div>

Setext
------

[^1]: The note, *with* emphasis.
`
