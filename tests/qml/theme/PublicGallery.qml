// Every public control at once, on a portrait panel of 2.71 pixels a millimetre.
import QtQuick
import QtQuick.Layouts
import Usher.Theme

Rectangle {
    id: gallery

    required property string scheme
    required property bool large

    width: 1080
    height: large ? 2400 : 1920
    color: Theme.paper
    Component.onCompleted: {
        Theme.scheme = scheme;
        Theme.large = large;
        Theme.reducedMotion = true;
        Theme.millimetreOverride = 4.02;
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        OfflineBanner {
            Layout.fillWidth: true
            text: "网络暂时中断"
            detail: "仍可取号，稍后自动恢复。"
        }
        ColumnLayout {
            Layout.margins: Theme.margin
            spacing: Theme.publicSpace(3)

            RowLayout {
                BrandMark { text: "银河支行" }
                Item { Layout.fillWidth: true }
                LanguageToggle { language: "zh" }
            }
            PublicText { role: PublicText.Role.Heading; text: "今天办理什么业务？" }
            GridLayout {
                Layout.fillWidth: true
                columns: 2
                columnSpacing: Theme.gap
                rowSpacing: Theme.gap
                ChoiceCard { Layout.fillWidth: true; Layout.preferredWidth: 1; Layout.fillHeight: true; text: "现金存取"; hint: "约 12–18 分钟"; iconName: "cash" }
                ChoiceCard { Layout.fillWidth: true; Layout.preferredWidth: 1; Layout.fillHeight: true; text: "转账汇款"; hint: "约 12–18 分钟"; secondary: "机器：现在"; iconName: "transfer" }
                ChoiceCard { Layout.fillWidth: true; Layout.preferredWidth: 1; Layout.fillHeight: true; text: "Account opening and lost cards"; hint: "about 6–11 min"; iconName: "desk" }
                ChoiceCard { Layout.fillWidth: true; Layout.preferredWidth: 1; Layout.fillHeight: true; text: "理财贷款"; hint: "今日已满"; enabled: false; iconName: "person" }
            }
            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.publicSpace(4)
                ColumnLayout {
                    Layout.fillWidth: true
                    TicketNumber { text: "D012" }
                    RangeText { Layout.fillWidth: true; low: 6; high: 11; pattern: "低柜区  约 %1 分钟" }
                    PublicText { soft: true; text: "前面 3 位" }
                }
                QrCode {
                    name: "QR"
                    matrix: ["111111100101111111", "100000101001000001", "101110100101011101", "101110101101011101",
                        "101110100001011101", "100000101011000001", "111111101010111111", "000000001100000000",
                        "101101110101101011", "010010001110010100", "111010100011101010", "000000001010110101",
                        "111111100101011010", "100000101101101101", "101110100010110110", "101110101101001011",
                        "100000100110101101", "111111101011010110"]
                }
            }
            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.publicSpace(4)
                CountdownRing { name: "Time left"; remaining: 13; total: 20 }
                ColumnLayout {
                    Layout.fillWidth: true
                    PublicText { role: PublicText.Role.Title; text: "还需要时间吗？" }
                    PublicText { Layout.fillWidth: true; text: "13 秒后回到首页，您的选择会被清除。"; soft: true }
                }
            }
            BigButton { Layout.fillWidth: true; text: "无卡取号"; iconName: "no-card" }
            BigButton { Layout.fillWidth: true; text: "Continue without a card and take a ticket straight away"; hint: "No name is asked" }
            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.gap
                BigButton { Layout.fillWidth: true; Layout.preferredWidth: 1; primary: false; text: "大字"; checked: true; checkable: true }
                BigButton { Layout.fillWidth: true; Layout.preferredWidth: 1; primary: false; text: "对比" }
                BigButton { Layout.fillWidth: true; Layout.preferredWidth: 1; primary: false; text: "帮助"; iconName: "assist" }
                BigButton { Layout.fillWidth: true; Layout.preferredWidth: 1; primary: false; text: "返回"; enabled: false }
            }
            Item { Layout.fillHeight: true }
        }
    }
}
