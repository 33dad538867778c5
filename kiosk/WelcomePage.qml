// The first page: a card or no card, whichever the customer likes better.
import QtQuick
import QtQuick.Layouts
import Usher.Kiosk
import Usher.Theme

Halves {
    id: page

    required property Visit visit

    Item {
        Layout.fillHeight: true
        Layout.preferredHeight: Theme.publicSpace(4)
    }
    PublicText {
        Layout.fillWidth: true
        role: PublicText.Role.Heading
        text: qsTr("Welcome")
    }
    PublicText {
        Layout.fillWidth: true
        role: PublicText.Role.Title
        font.weight: Theme.weightNormal
        text: !page.visit.readerUp ? qsTr("Please take a number.")
              : page.visit.cardInside ? qsTr("Please take your card out, then put it in again.")
              : qsTr("Use your card, or take a number without one. Both are equally welcome.")
    }
    AppointmentKey {
        visible: offered && !page.upright
        Layout.fillWidth: true
        Layout.topMargin: Theme.gap
        visit: page.visit
    }
    Item {
        Layout.fillHeight: !page.upright
        Layout.preferredHeight: Theme.publicSpace(4)
    }

    pressing: [
        Panel {
            visible: page.visit.readerUp
            staff: false
            Layout.fillWidth: true
            implicitHeight: way.implicitHeight + 2 * Theme.publicSpace(4)
            border.width: Theme.publicStroke / 2
            border.color: Theme.edge
            ColumnLayout {
                id: way
                anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter }
                anchors.margins: Theme.publicSpace(4)
                spacing: Theme.publicSpace(2)
                CardPicture {
                    cardWidth: Theme.mm(page.upright ? 90 : Theme.large ? 32 : 64)
                    Layout.alignment: Qt.AlignHCenter
                    Layout.topMargin: Theme.publicSpace(2)
                    Layout.bottomMargin: Theme.publicSpace(2)
                }
                PublicText {
                    Layout.fillWidth: true
                    horizontalAlignment: Text.AlignHCenter
                    role: PublicText.Role.Title
                    text: qsTr("Insert, tap or swipe your card")
                }
                PublicText {
                    objectName: "consent"
                    Layout.fillWidth: true
                    horizontalAlignment: Text.AlignHCenter
                    soft: true
                    text: qsTr("Used only to recognise your service level. The card number is not kept.")
                }
            }
        },
        BigButton {
            objectName: "begin"
            Layout.fillWidth: true
            Layout.preferredHeight: Math.max(implicitHeight, Theme.mm(36))
            text: qsTr("Take a number without a card")
            iconName: "ticket"
            onClicked: page.visit.begin()
        },
        AppointmentKey {
            visible: offered && page.upright
            Layout.fillWidth: true
            Layout.preferredHeight: Math.max(implicitHeight, Theme.mm(26))
            visit: page.visit
        }
    ]
}
