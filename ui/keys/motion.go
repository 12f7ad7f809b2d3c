package keys

// Window is what scrolls over a text, such as a pager.
type Window interface {
	ScrollBy(lines int)
	FullPage(n int)
	HalfPage(n int)
	Top()
	Bottom()
	GotoPart(part float64)
}

// Scroll moves a window as a motion asks; false if the press is none.
func Scroll(w Window, p Press) bool {
	switch p.Action {
	case MoveDown:
		w.ScrollBy(p.N())
	case MoveUp:
		w.ScrollBy(-p.N())
	case MovePageDown:
		w.FullPage(p.N())
	case MovePageUp:
		w.FullPage(-p.N())
	case MoveHalfDown:
		w.HalfPage(p.N())
	case MoveHalfUp:
		w.HalfPage(-p.N())
	case MoveTop:
		w.Top()
	case MoveBottom:
		w.Bottom()
	case MovePercent:
		w.GotoPart(float64(min(100, p.Count)) / 100)
	default:
		return false
	}
	return true
}

// Cursor is what moves over rows, such as a picker.
type Cursor interface {
	Move(rows int)
	Page(pages float64)
	Select(row int)
	Percent(p int)
	Len() int
}

// Move moves a cursor as a motion asks; false if the press is none.
func Move(c Cursor, p Press) bool {
	switch p.Action {
	case MoveDown:
		c.Move(p.N())
	case MoveUp:
		c.Move(-p.N())
	case MovePageDown:
		c.Page(float64(p.N()))
	case MovePageUp:
		c.Page(-float64(p.N()))
	case MoveHalfDown:
		c.Page(float64(p.N()) / 2)
	case MoveHalfUp:
		c.Page(-float64(p.N()) / 2)
	case MoveTop:
		c.Select(0)
	case MoveBottom:
		c.Select(c.Len() - 1)
	case MovePercent:
		c.Percent(p.Count)
	default:
		return false
	}
	return true
}
