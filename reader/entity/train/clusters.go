package main

import (
	"math"
	"os"
	"path/filepath"
	"slices"
	"sync"

	"offprint/reader/entity/gazetteer"
	"offprint/reader/token"
)

// Words that stand beside the same words are put into one of some hundred
// clusters, so that what was learned of "striker" helps with "winger". The
// clusters are those of k-means on the unit sphere, over how much more often
// than by chance each common word stands right before or behind a word.

const (
	clusterCount  = 255
	clusterRounds = 12
	clusterLeast  = 8   // how often a word must occur
	neighbours    = 800 // common words that tell of what is beside them
	neighbourDims = 2 * (neighbours + 3)
)

// point is a word with its sparse coordinates.
type point struct {
	word  string
	count int
	dims  []int32
	at    []float32
}

// clusters returns the stored table of clusters, made from the words of the
// corpus and of the public texts in dir/articles.
func (c *corpus) clusters(dir string) ([]byte, error) {
	var texts [][]string
	for _, docs := range [][]document{c.gold, c.silver} {
		for _, d := range docs {
			for _, s := range d.sentences {
				texts = append(texts, s.words)
			}
		}
	}
	files, err := filepath.Glob(filepath.Join(dir, "articles", "press-text", "*"))
	if err != nil {
		return nil, err
	}
	for _, f := range files { // in order
		data, err := os.ReadFile(f)
		if err != nil {
			return nil, err
		}
		texts = append(texts, words(string(data)))
	}
	points := pointsOf(texts)
	var b gazetteer.Builder
	for i, k := range kmeans(points) {
		b.Add(gazetteer.Flags(k+1)<<1, points[i].word)
	}
	return b.Bytes(), nil
}

// pointsOf returns the words that are common enough, the commonest first.
func pointsOf(texts [][]string) []point {
	number, counts := map[uint64]int{}, []point{}
	for _, t := range texts {
		for _, w := range t {
			h := gazetteer.Hash(w)
			i, ok := number[h]
			if !ok {
				i = len(counts)
				number[h] = i
				counts = append(counts, point{word: w})
			}
			counts[i].count++
		}
	}
	points, rank := ranked(counts)
	seen := make([]map[int32]float32, len(points))
	for _, t := range texts {
		for i, w := range t {
			r := rank[number[gazetteer.Hash(w)]]
			if r < 0 {
				continue
			}
			if seen[r] == nil {
				seen[r] = map[int32]float32{}
			}
			if i > 0 {
				seen[r][neighbour(t[i-1], rank[number[gazetteer.Hash(t[i-1])]])]++
			}
			if i+1 < len(t) {
				seen[r][neighbourDims/2+neighbour(t[i+1], rank[number[gazetteer.Hash(t[i+1])]])]++
			}
		}
	}
	weigh(points, seen)
	return points
}

// ranked returns the words that are common enough, the commonest first, and
// where each of all words stands among them; -1 for the others.
func ranked(counts []point) (points []point, rank []int) {
	order := make([]int, 0, len(counts))
	for i := range counts {
		if counts[i].count >= clusterLeast && token.Tokens(counts[i].word) != nil {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return counts[b].count - counts[a].count })
	rank = make([]int, len(counts))
	for i := range rank {
		rank[i] = -1
	}
	points = make([]point, len(order))
	for r, i := range order {
		rank[i], points[r] = r, counts[i]
	}
	return points, rank
}

// neighbour returns the dimension of a word beside another: its own if it is
// common, else that of words with capitals, of numbers, or of all others.
func neighbour(w string, rank int) int32 {
	switch {
	case rank >= 0 && rank < neighbours:
		return int32(rank)
	case w[0] >= '0' && w[0] <= '9':
		return neighbours
	case !isSmall(w):
		return neighbours + 1
	}
	return neighbours + 2
}

// weigh turns counts into coordinates: the logarithm of how much more often
// than by chance, at least 0, scaled to length 1.
func weigh(points []point, seen []map[int32]float32) {
	total, sums := 0.0, make([]float64, neighbourDims)
	for _, m := range seen {
		for d, n := range m {
			sums[d] += float64(n) // whole numbers: the order does not matter
			total += float64(n)
		}
	}
	for i := range points {
		p, all, square := &points[i], 0.0, 0.0
		for d, n := range seen[i] {
			p.dims = append(p.dims, d)
			all += float64(n)
		}
		slices.Sort(p.dims)
		for _, d := range p.dims {
			v := max(0, math.Log(float64(seen[i][d])*total/(all*sums[d])))
			p.at = append(p.at, float32(v))
			square += v * v
		}
		for k := range p.at {
			p.at[k] /= float32(math.Sqrt(square) + 1e-9)
		}
	}
}

// kmeans returns the cluster of each point. It begins with the commonest words
// as centres.
func kmeans(points []point) []int {
	k := min(clusterCount, len(points))
	of := make([]int, len(points))
	for i := range of {
		of[i] = -1
	}
	for i := range k {
		of[i] = i
	}
	for range clusterRounds {
		centres := centresOf(points, of, k)
		var group sync.WaitGroup
		const part = 1000
		for from := 0; from < len(points); from += part {
			group.Go(func() {
				for i := from; i < min(from+part, len(points)); i++ {
					of[i] = nearest(&points[i], centres, k)
				}
			})
		}
		group.Wait()
	}
	return of
}

// centresOf returns the mean of each cluster at length 1, one row a dimension.
func centresOf(points []point, of []int, k int) []float32 {
	centres, square := make([]float32, neighbourDims*k), make([]float64, k)
	for i := range points {
		if of[i] >= 0 {
			for j, d := range points[i].dims {
				centres[int(d)*k+of[i]] += points[i].at[j]
			}
		}
	}
	for i, v := range centres {
		square[i%k] += float64(v) * float64(v)
	}
	for i := range centres {
		centres[i] /= float32(math.Sqrt(square[i%k]) + 1e-9)
	}
	return centres
}

// nearest returns the cluster whose centre is nearest to p.
func nearest(p *point, centres []float32, k int) int {
	score := make([]float32, k)
	for j, d := range p.dims {
		row, v := centres[int(d)*k:int(d)*k+k], p.at[j]
		for c := range score {
			score[c] += row[c] * v
		}
	}
	best := 0
	for c, v := range score {
		if v > score[best] {
			best = c
		}
	}
	return best
}
