// Every staff control at once, with the longest words it must bear.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Usher.Theme

Rectangle {
    id: gallery

    required property string scheme
    required property bool large

    width: 1280
    height: 800
    color: Theme.paper
    Component.onCompleted: {
        Theme.scheme = scheme;
        Theme.large = large;
        Theme.reducedMotion = true;
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        StatusStrip {
            Layout.fillWidth: true
            place: "银河支行"
            clock: "10:42"
            word: "实时"
        }
        OfflineBanner {
            Layout.fillWidth: true
            staff: true
            text: "智柜2 打印机缺纸"
            detail: "换纸后自动恢复，期间客户会被引导到智柜1。"
            iconName: "printer"
        }
        RowLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.margins: Theme.staffMargin
            spacing: Theme.staffMargin

            ColumnLayout {
                Layout.fillWidth: true
                Layout.alignment: Qt.AlignTop
                spacing: Theme.staffGap

                SectionTitle {
                    text: "现金区"
                    detail: "14 等 · 5/7 窗口"
                    Layout.fillWidth: true
                }
                Panel {
                    Layout.fillWidth: true
                    implicitHeight: bars.implicitHeight + 2 * Theme.staffMargin
                    ColumnLayout {
                        id: bars
                        anchors.fill: parent
                        anchors.margins: Theme.staffMargin
                        spacing: Theme.staffGap
                        Repeater {
                            model: [
                                { ticket: "A107", value: 9, word: "9′ / 15′", level: Theme.Level.Calm },
                                { ticket: "D012", value: 13, word: "13′ / 15′", level: Theme.Level.WillMiss },
                                { ticket: "A111", value: 19, word: "19′ / 15′", level: Theme.Level.Missed },
                                { ticket: "B208", value: NaN, word: "—", level: Theme.Level.Calm },
                                { ticket: "A801", value: 0, word: "0′ / 15′", level: Theme.Level.Calm }
                            ]
                            delegate: RowLayout {
                                id: row
                                required property var modelData
                                spacing: Theme.staffMargin
                                TicketNumber {
                                    text: row.modelData.ticket
                                    pixelSize: Theme.staffTitle
                                }
                                LimitBar {
                                    Layout.fillWidth: true
                                    value: row.modelData.value
                                    limit: 15
                                    word: row.modelData.word
                                    level: row.modelData.level
                                    wordWidth: Theme.staff(72)
                                }
                            }
                        }
                    }
                }
                GridLayout {
                    Layout.fillWidth: true
                    columns: 3
                    columnSpacing: Theme.staffGap
                    rowSpacing: Theme.staffGap
                    StateTile { Layout.fillWidth: true; title: "1"; word: "服务中"; iconName: "person"; ticket: "A103"; detail: "存取款 · 张敏"; elapsed: "4′" }
                    StateTile { Layout.fillWidth: true; title: "2"; word: "空闲"; iconName: "play"; detail: "李强"; selected: true }
                    StateTile { Layout.fillWidth: true; title: "3"; word: "暂停：授权"; iconName: "pause"; detail: "王芳"; elapsed: "11′"; level: Theme.Level.WillMiss }
                    StateTile { Layout.fillWidth: true; title: "4"; word: "关"; iconName: "x"; muted: true }
                    StateTile { Layout.fillWidth: true; title: "VIP 1"; word: "Serving"; iconName: "person"; ticket: "D012"; detail: "Account opening · Alexandra Papadopoulos-Montgomery"; elapsed: "31′"; level: Theme.Level.Missed }
                    StateTile { Layout.fillWidth: true; title: "智柜2"; word: "故障"; iconName: "machine"; detail: "打印机缺纸"; level: Theme.Level.Device }
                }
                Item { Layout.fillHeight: true }
                UndoBar {
                    text: "已将 A107 转至自助 2"
                    actionText: "撤销"
                    remaining: 6
                    keyHint: "Ctrl Z"
                }
            }
            ColumnLayout {
                Layout.preferredWidth: 430
                Layout.alignment: Qt.AlignTop
                spacing: Theme.staffGap

                RowLayout {
                    spacing: Theme.staffGap
                    SearchField { Layout.fillWidth: true; placeholderText: "找号码或业务"; clearText: "清除" }
                    LanguageToggle { staff: true; language: "zh" }
                }
                SearchField { Layout.fillWidth: true; placeholderText: "Search"; clearText: "Clear"; text: "A107" }
                RowLayout {
                    spacing: Theme.staffGap
                    StaffButton { text: "完成"; keyHint: "F8"; kind: StaffButton.Kind.Primary; iconName: "check" }
                    StaffButton { text: "重呼"; keyHint: "F7"; iconName: "recall" }
                    StaffButton { text: "挂起"; iconName: "hold" }
                    StaffButton { text: "作废"; kind: StaffButton.Kind.Danger }
                }
                RowLayout {
                    spacing: Theme.staffGap
                    StaffButton { text: "全部"; checked: true; checkable: true }
                    StaffButton { text: "低柜"; checkable: true }
                    StaffButton { text: "不可用"; enabled: false; iconName: "transfer" }
                    StaffButton { text: "不可用"; enabled: false; kind: StaffButton.Kind.Primary }
                }
                RowLayout {
                    spacing: Theme.staffGap
                    Pill { text: "普通" }
                    Pill { text: "将超时"; level: Theme.Level.WillMiss }
                    Pill { text: "已超时"; level: Theme.Level.Missed }
                    Pill { text: "设备"; level: Theme.Level.Device }
                    Pill { text: "可办理"; level: Theme.Level.Act }
                }
                RowLayout {
                    Layout.topMargin: Theme.staffMargin
                    spacing: Theme.staffMargin
                    Keypad { name: "PIN"; deleteText: "删除"; acceptText: "确定"; Component.onCompleted: { add("1"); add("2"); add("3"); } }
                    Item {
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        Panel { anchors.fill: parent }
                        StaffText { x: 12; y: 12; text: "A107 存取款" }
                        StaffText { x: 12; y: 40; text: "A108 转账" }
                        StaleVeil { anchors.fill: parent; text: "数据过期"; detail: "8 秒前" }
                    }
                }
                StatusStrip {
                    Layout.fillWidth: true
                    place: "Galaxy Branch"
                    clock: "10:42"
                    word: "8 s old"
                    stale: true
                }
                Flow {
                    Layout.fillWidth: true
                    spacing: Theme.staffGap
                    Repeater {
                        model: ["alert", "assist", "card", "cash", "check", "chevron-left", "chevron-right",
                            "clock", "desk", "globe", "hold", "key", "machine", "no-card", "offline",
                            "overdue", "pause", "person", "play", "plus", "printer", "recall", "search",
                            "ticket", "transfer", "undo", "x"]
                        delegate: Icon {
                            required property string modelData
                            name: modelData
                            size: 24
                        }
                    }
                }
            }
        }
    }
}
