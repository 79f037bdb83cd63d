// Package fit fits the weights of signs: logistic regression over features that are there or not. The weights that the project carries are made
// by it from the events under compare/testdata; nothing that is used while reports are compared imports it.
package fit

import (
	"math"
	"slices"
)

// A Row is one case: the features that it has, in order, and whether it is one of those that are looked for.
type Row struct {
	Features []int
	Positive bool
	Group    string // rows of one group are left out together
}

// A Model is what Select and Fit return: the logarithm of the odds of a row is Base and the weights of its features.
type Model struct {
	Base    float64
	Weights []float64
}

// Odds is the logarithm of the odds that a row is positive.
func (m *Model) Odds(r *Row) float64 {
	z := m.Base
	for _, f := range r.Features {
		z += m.Weights[f]
	}
	return z
}

func sigmoid(z float64) float64 { return 1 / (1 + math.Exp(-z)) }

// Select returns the features, of n, that bear up where each has its price: logistic regression with an L1 penalty of 1/c, which leaves most weights at nought
// (Tibshirani, "Regression shrinkage and selection via the lasso", 1996), solved by proximal gradients with momentum (Beck and Teboulle, 2009).
func Select(rows []Row, n int, c float64) []int {
	w, v := make([]float64, n+1), make([]float64, n+1) // the base stands last
	step, t := 1.0, 1.0
	for range 800 {
		loss, grad := gradient(rows, v)
		next := make([]float64, n+1)
		for { // the step is halved until the loss lies below its quadratic bound
			for i := range next {
				next[i] = v[i] - step*grad[i]
				if i < n {
					next[i] = shrink(next[i], step/c)
				}
			}
			bound := loss
			for i := range next {
				d := next[i] - v[i]
				bound += grad[i]*d + d*d/(2*step)
			}
			if l := lossOf(rows, next); l <= bound+1e-9 {
				break
			}
			step /= 2
		}
		u := (1 + math.Sqrt(1+4*t*t)) / 2
		change := 0.0
		for i := range next {
			d := next[i] - w[i]
			change = max(change, math.Abs(d))
			v[i] = next[i] + (t-1)/u*d
		}
		w, t = next, u
		if change < 1e-4 {
			break
		}
	}
	var out []int
	for i, x := range w[:n] {
		if x != 0 {
			out = append(out, i)
		}
	}
	return out
}

// shrink moves a weight towards nought.
func shrink(x, by float64) float64 {
	switch {
	case x > by:
		return x - by
	case x < -by:
		return x + by
	}
	return 0
}

func lossOf(rows []Row, w []float64) (loss float64) {
	for i := range rows {
		loss += lossAt(&rows[i], w)
	}
	return loss
}

// lossAt is the negative logarithm of the likelihood of a row.
func lossAt(r *Row, w []float64) float64 {
	z := linear(r, w)
	if r.Positive {
		z = -z
	}
	return max(z, 0) + math.Log1p(math.Exp(-math.Abs(z)))
}

func linear(r *Row, w []float64) float64 {
	z := w[len(w)-1]
	for _, f := range r.Features {
		z += w[f]
	}
	return z
}

func gradient(rows []Row, w []float64) (loss float64, grad []float64) {
	grad = make([]float64, len(w))
	for i := range rows {
		r := &rows[i]
		loss += lossAt(r, w)
		d := sigmoid(linear(r, w))
		if r.Positive {
			d--
		}
		for _, f := range r.Features {
			grad[f] += d
		}
		grad[len(w)-1] += d
	}
	return loss, grad
}

// Fit weighs the features that are used, of n, by logistic regression with an L2 penalty of half the sum of their squares by c (ridge), by Newton's method. The
// base bears no penalty.
func Fit(rows []Row, n int, used []int, c float64) Model {
	at := make([]int, n)
	for i := range at {
		at[i] = -1
	}
	for k, f := range used {
		at[f] = k
	}
	k := len(used) + 1
	w := make([]float64, k)
	for range 30 {
		grad, hess := make([]float64, k), make([][]float64, k)
		for i := range hess {
			hess[i] = make([]float64, k)
			if i < k-1 {
				grad[i], hess[i][i] = w[i]/c, 1/c
			}
		}
		has := make([]int, 0, k)
		for i := range rows {
			r := &rows[i]
			has = has[:0]
			z := w[k-1]
			for _, f := range r.Features {
				if at[f] >= 0 {
					has = append(has, at[f])
					z += w[at[f]]
				}
			}
			has = append(has, k-1)
			p := sigmoid(z)
			d := p
			if r.Positive {
				d--
			}
			for _, a := range has {
				grad[a] += d
				for _, b := range has {
					hess[a][b] += p * (1 - p)
				}
			}
		}
		step := solve(hess, grad)
		change := 0.0
		for i := range w {
			w[i] -= step[i]
			change = max(change, math.Abs(step[i]))
		}
		if change < 1e-8 {
			break
		}
	}
	m := Model{Base: w[k-1], Weights: make([]float64, n)}
	for i, f := range used {
		m.Weights[f] = w[i]
	}
	return m
}

// solve solves a x = b by Gaussian elimination with pivots; it changes both.
func solve(a [][]float64, b []float64) []float64 {
	n := len(b)
	for i := range n {
		p := i
		for j := i + 1; j < n; j++ {
			if math.Abs(a[j][i]) > math.Abs(a[p][i]) {
				p = j
			}
		}
		a[i], a[p], b[i], b[p] = a[p], a[i], b[p], b[i]
		for j := i + 1; j < n; j++ {
			f := a[j][i] / a[i][i]
			if f == 0 {
				continue
			}
			for k := i; k < n; k++ {
				a[j][k] -= f * a[i][k]
			}
			b[j] -= f * b[i]
		}
	}
	x := make([]float64, n)
	for i := n - 1; i >= 0; i-- {
		x[i] = b[i]
		for k := i + 1; k < n; k++ {
			x[i] -= a[i][k] * x[k]
		}
		x[i] /= a[i][i]
	}
	return x
}

// LeftOut returns the odds of each row by a model that was fitted without the rows of its fifth of the groups.
func LeftOut(rows []Row, fit func(rows []Row) Model) []float64 {
	const parts = 5
	var groups []string
	for i := range rows {
		groups = append(groups, rows[i].Group)
	}
	slices.Sort(groups)
	groups = slices.Compact(groups)
	part := map[string]int{}
	for i, g := range groups {
		part[g] = i % parts
	}
	out := make([]float64, len(rows))
	for p := range parts {
		var others []Row
		for i := range rows {
			if part[rows[i].Group] != p {
				others = append(others, rows[i])
			}
		}
		m := fit(others)
		for i := range rows {
			if part[rows[i].Group] == p {
				out[i] = m.Odds(&rows[i])
			}
		}
	}
	return out
}

// AveragePrecision is the mean, over the positive rows, of how many of those with at least their odds are positive.
func AveragePrecision(rows []Row, odds []float64) float64 {
	order := make([]int, len(rows))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch {
		case odds[a] > odds[b]:
			return -1
		case odds[a] < odds[b]:
			return 1
		}
		return 0
	})
	sum, positive := 0.0, 0.0
	for n, i := range order {
		if rows[i].Positive {
			positive++
			sum += positive / float64(n+1)
		}
	}
	if positive == 0 {
		return 0
	}
	return sum / positive
}
