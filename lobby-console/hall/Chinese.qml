// What the hall says in Chinese. It shows both languages at once, so neither is a translation.
pragma Singleton
import QtQml

QtObject {
    readonly property string please: "请"
    readonly property string go: "到"
    readonly property string counter: "号窗口"
    readonly property string quiet: "请取号等候"
    readonly property string connecting: "正在连接，请留意工作人员叫号"
    readonly property string denied: "本屏未启用，请留意工作人员叫号"
    readonly property string earlier: "刚刚叫过"
    readonly property string noneEarlier: "暂无"
    readonly property string degraded: "目前可用的窗口或设备较少，各窗口正互相支援，等候可能较长。"
    readonly property string precedence: "可优先叫号者依次为：特需（老人、残障、孕妇、携幼儿）、贵宾、预约、返回、对公客户；其余按取号先后。"
    readonly property string unwell: "暂停取号，请咨询大堂经理"
    readonly property string live: "实时"
    function waiting(count: int): string { return count + " 人等候"; }
    function range(low: int, high: int): string {
        return low < 0 ? "— 暂不可估" : high < 1 ? "无需等候" : low === high ? "约 " + low + " 分钟" : "约 " + low + "–" + high + " 分钟";
    }
    function old(seconds: int): string {
        return seconds < 0 ? "尚未连接" : "信息为 " + seconds + " 秒前";
    }
}
