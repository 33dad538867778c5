// Runs every tst_*.qml of this folder against the theme.
#include <QtQuickTest/quicktest.h>

QUICK_TEST_MAIN(theme)
