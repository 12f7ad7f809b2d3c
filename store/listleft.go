package store

import "context"

// Left is how the list was left when the reader was: its order, its grouping
// and the article under the cursor, 0 if none. The zero value is a list that
// was never left.
type Left struct {
	Article ID
	Sort    Sort
	Group   Grouping
}

// The facts that Left is kept in.
const (
	factLeftArticle = "left article"
	factLeftSort    = "left sort"
	factLeftGroup   = "left group"
)

// Left returns how the list was left. What this version has no name for is as
// if it had never been chosen.
func (a *Archive) Left(ctx context.Context) (Left, error) {
	var article, sort, group int64
	err := a.read(ctx, "read how the list was left", func(l *link) error {
		for key, to := range map[string]*int64{factLeftArticle: &article, factLeftSort: &sort, factLeftGroup: &group} {
			n, err := l.fact(key)
			if err != nil {
				return err
			}
			*to = n
		}
		return nil
	})
	if err != nil {
		return Left{}, err
	}
	left := Left{Article: ID(article)}
	if sort >= 0 && sort <= int64(SortLongest) {
		left.Sort = Sort(sort)
	}
	if group >= 0 && group <= int64(GroupYear) {
		left.Group = Grouping(group)
	}
	return left, nil
}

// SetLeft keeps how the list is left. It is no change that can be undone.
func (a *Archive) SetLeft(ctx context.Context, left Left) error {
	return a.write(ctx, "keep how the list is left", func(l *link) error {
		for key, n := range map[string]int64{
			factLeftArticle: int64(left.Article), factLeftSort: int64(left.Sort), factLeftGroup: int64(left.Group),
		} {
			if err := l.setFact(key, n); err != nil {
				return err
			}
		}
		return nil
	})
}
