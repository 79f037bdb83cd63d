package browser

import (
	"context"
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/factdiff/factdiff/factcheck"
	"github.com/factdiff/factdiff/factcheck/report"
	"github.com/factdiff/factdiff/internal/sample"
	"github.com/factdiff/factdiff/seeds"
)

// What .ci/browser sets.
const (
	envBrowser  = "FACTDIFF_BROWSER"  // path of Chromium
	envAxe      = "FACTDIFF_AXE"      // path of axe.min.js of the npm package axe-core
	envPictures = "FACTDIFF_PICTURES" // folder that pictures are written to; "" takes none
)

const phone = 360 // pixels

// A tab is a browser window that notes what it asks for and what it logs.
type tab struct {
	context.Context
	sync.Mutex
	requests, logged []string
}

func newTab(t *testing.T) *tab {
	t.Helper()
	path := os.Getenv(envBrowser)
	if path == "" {
		t.Skipf("no browser is asked for: set %s to the path of Chromium, or run .ci/browser", envBrowser)
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.Flag("hide-scrollbars", true))
	allocated, stop := chromedp.NewExecAllocator(t.Context(), options...)
	t.Cleanup(stop)
	ctx, closeTab := chromedp.NewContext(allocated)
	t.Cleanup(closeTab)
	ctx, cancel := context.WithTimeout(ctx, 5*time.Minute)
	t.Cleanup(cancel)
	b := &tab{Context: ctx}
	chromedp.ListenTarget(ctx, b.note)
	require.NoError(t, chromedp.Run(ctx, network.Enable(), log.Enable()))
	return b
}

func (b *tab) note(event any) {
	b.Lock()
	defer b.Unlock()
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		b.requests = append(b.requests, e.Request.URL)
	case *runtime.EventConsoleAPICalled:
		b.logged = append(b.logged, string(e.Type))
	case *runtime.EventExceptionThrown:
		b.logged = append(b.logged, e.ExceptionDetails.Error())
	case *log.EventEntryAdded:
		b.logged = append(b.logged, e.Entry.Text)
	}
}

func (b *tab) run(t *testing.T, actions ...chromedp.Action) {
	t.Helper()
	require.NoError(t, chromedp.Run(b, actions...))
}

// reports are the pages that are looked at.
func reports(t *testing.T) map[string]*factcheck.Report {
	found, err := factcheck.Check(seeds.Sources()...)
	require.NoError(t, err)
	return map[string]*factcheck.Report{"seeds": found, "sample": factcheck.NewReport(sample.Bridge(t)), "much": factcheck.NewReport(sample.Much(t, 50, 500)),
		"hostile": factcheck.NewReport(sample.Hostile(t)), "empty": {}}
}

// write prints a page into a folder and returns its address.
func write(t *testing.T, dir, name string, r *factcheck.Report) string {
	t.Helper()
	f, err := os.Create(filepath.Join(dir, name+".html"))
	require.NoError(t, err)
	require.NoError(t, report.HTML(f, r))
	require.NoError(t, f.Close())
	return (&url.URL{Scheme: "file", Path: f.Name()}).String()
}

// each calls f with every page, loaded in a window of a desktop.
func each(t *testing.T, f func(t *testing.T, b *tab, address string)) {
	b := newTab(t)
	dir := t.TempDir()
	for name, r := range reports(t) {
		t.Run(name, func(t *testing.T) {
			address := write(t, dir, name, r)
			b.run(t, chromedp.EmulateViewport(1280, 900), media("light"), chromedp.Navigate(address))
			f(t, b, address)
		})
	}
}

func media(scheme string) chromedp.Action {
	return emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}})
}

func TestAsksForNothing(t *testing.T) {
	each(t, func(t *testing.T, b *tab, address string) {
		b.Lock()
		defer b.Unlock()
		assert.Equal(t, []string{address}, b.requests, "the page itself is all that is fetched")
		assert.Empty(t, b.logged, "nothing is logged")
		b.requests = nil
	})
}

// jumps follows the links of the page, of thousands some, and returns those that do not land on a place that can be seen.
const jumps = `(async () => {
	const wrong = [], seen = new Set()
	const frame = () => new Promise(r => setTimeout(r, 0))
	const all = [...document.querySelectorAll('a[href]')]
	const step = Math.ceil(all.length / 120) // a page of thousands is sampled; that each has a place is tested without a browser
	for (const a of all.filter((_, i) => i % step === 0)) {
		const to = a.getAttribute('href')
		if (seen.has(to)) continue
		seen.add(to)
		if (!to.startsWith('#')) { wrong.push('leads out: ' + to); continue }
		location.hash = ''
		location.hash = to
		await frame()
		const e = document.querySelector(':target')
		if (!e || '#' + e.id !== to) { wrong.push('no place: ' + to); continue }
		const r = e.getBoundingClientRect()
		if (!e.getClientRects().length) wrong.push('not shown: ' + to)
		else if (r.bottom < 0 || r.top > innerHeight) wrong.push('not in the window: ' + to)
	}
	location.hash = ''
	return wrong.concat(seen.size ? [] : ['no link'])
})()`

func TestEveryJumpLands(t *testing.T) {
	each(t, func(t *testing.T, b *tab, _ string) {
		for _, width := range []int64{1280, phone} {
			var wrong []string
			b.run(t, chromedp.EmulateViewport(width, 900), chromedp.Evaluate(jumps, &wrong, await))
			assert.Empty(t, wrong[:min(len(wrong), 10)], "%d pixels", width)
		}
	})
}

func await(p *runtime.EvaluateParams) *runtime.EvaluateParams { return p.WithAwaitPromise(true) }

// wide returns what reaches beyond the window, with everything unfolded.
const wide = `(() => {
	for (const d of document.querySelectorAll('details')) d.open = true
	const w = document.documentElement.clientWidth
	if (document.documentElement.scrollWidth <= w) return []
	return ['scrolls: ' + document.documentElement.scrollWidth].concat([...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > w + 1).slice(0, 5).map(e => e.outerHTML.slice(0, 120)))
})()`

func TestNothingIsWiderThanAPhone(t *testing.T) {
	each(t, func(t *testing.T, b *tab, _ string) {
		for _, width := range []int64{phone, 700, 901, 1280} {
			var wrong []string
			b.run(t, chromedp.EmulateViewport(width, 800, chromedp.EmulateScale(1)), chromedp.Evaluate(wide, &wrong))
			assert.Empty(t, wrong, "%d pixels", width)
		}
	})
}

// A violation is what axe-core found, with the elements.
type violation struct {
	ID, Help string
	Nodes    []struct {
		HTML           string
		FailureSummary string
	}
}

func (v violation) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s (%d)", v.ID, v.Help, len(v.Nodes))
	for _, n := range v.Nodes[:min(3, len(v.Nodes))] {
		fmt.Fprintf(&b, "\n  %.200s\n  %s", n.HTML, n.FailureSummary)
	}
	return b.String()
}

const runAxe = `(async () => JSON.stringify((await axe.run(document, {resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})).violations))()`

func TestNobodyIsKeptOut(t *testing.T) {
	path := os.Getenv(envAxe)
	if path == "" {
		t.Skipf("no axe-core: set %s to its axe.min.js, or run .ci/browser", envAxe)
	}
	axe, err := os.ReadFile(path)
	require.NoError(t, err)
	each(t, func(t *testing.T, b *tab, address string) {
		if strings.HasSuffix(address, "/much.html") {
			t.Skip("the same elements as on the others, five hundred times")
		}
		for _, scheme := range []string{"light", "dark"} {
			for _, width := range []int64{1280, phone} {
				var found string
				b.run(t, chromedp.EmulateViewport(width, 900), media(scheme), chromedp.Navigate(address),
					chromedp.Evaluate(`for (const d of document.querySelectorAll('details')) d.open = true`, nil),
					chromedp.Evaluate(string(axe)+";0", nil), chromedp.Evaluate(runAxe, &found, await))
				var all []violation
				require.NoError(t, json.Unmarshal([]byte(found), &all))
				for _, v := range all {
					t.Errorf("%s, %d pixels: %v", scheme, width, v)
				}
			}
		}
	})
}

// The pictures of the documentation.
func TestPictures(t *testing.T) {
	dir := os.Getenv(envPictures)
	if dir == "" {
		t.Skipf("no pictures are asked for: set %s to a folder", envPictures)
	}
	b := newTab(t)
	address := write(t, t.TempDir(), "seeds", reports(t)["seeds"])
	only := func(section string) chromedp.Action {
		return chromedp.Evaluate(`document.head.insertAdjacentHTML('beforeend', '<style>main section:not(#`+section+`),.wrap>header,nav,.foot{display:none!important}</style>')`, nil)
	}
	nothing := chromedp.ActionFunc(func(context.Context) error { return nil })
	for _, p := range []struct {
		name          string
		width, height int64
		scheme        string
		then          chromedp.Action
	}{
		{"fold", 1280, 1000, "light", nothing},
		{"dark", 1280, 1000, "dark", nothing},
		{"facts", 1280, 900, "light", only("facts")},
		{"quotes", 1280, 420, "light", only("quotes")},
		{"phone", phone, 1400, "light", nothing},
	} {
		var picture []byte
		b.run(t, chromedp.EmulateViewport(p.width, p.height), media(p.scheme), chromedp.Navigate(address), p.then,
			chromedp.ActionFunc(func(ctx context.Context) (err error) {
				picture, err = page.CaptureScreenshot().Do(ctx)
				return err
			}))
		require.NoError(t, os.WriteFile(filepath.Join(dir, p.name+".png"), picture, 0o644))
	}
}
