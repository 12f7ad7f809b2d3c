package variant

import "testing"

func TestClearer(t *testing.T) {
	t.Parallel()
	for _, c := range [][2]string{
		{"House", "house"}, {"Washington DC", "Washington Dc"}, {"Joren K. Haslet", "Joren K Haslet"},
		{"Harbour Office", "HARBOUR OFFICE"}, {"al Qaeda", "al qaeda"},
	} {
		if !Clearer(c[0], c[1]) || Clearer(c[1], c[0]) {
			t.Errorf("%q is clearer than %q", c[0], c[1])
		}
	}
	for _, c := range [][2]string{{"Iran", "Iran"}, {"Department of Mud", "Department Of Mud"}, {"FHO", "FHO"}, {"", "house"}} {
		if Clearer(c[0], c[1]) || Clearer(c[1], c[0]) {
			t.Errorf("neither of %q and %q is clearer", c[0], c[1])
		}
	}
}
