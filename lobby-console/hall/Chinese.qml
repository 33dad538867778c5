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
    readonly property var ranks: ({
        Assisted: "特需（老人、残障、孕妇、携幼儿）",
        Vip: "贵宾",
        Appointment: "预约",
        Returning: "返回",
        Corporate: "对公"
    })
    function precedence(favoured: var, minutes: int): string {
        if (favoured.length === 0)
            return "按取号先后叫号。";
        return "优先照顾（由多到少）：" + favoured.map(rank => ranks[rank]).join("、") + "。比您晚到 " + minutes
                + " 分钟以上者，不会在可为您服务的窗口先于您，工作人员说明原因的除外。";
    }
    readonly property string unwell: "暂停取号，请咨询大堂经理"
    readonly property string live: "实时"
    function waiting(count: int): string { return count + " 人等候"; }
    function range(low: int, high: int): string {
        return low < 0 ? "— 暂不可估" : high < 1 ? "即可办理" : low < 1 ? high + " 分钟以内" : low === high ? "约 " + low + " 分钟" : "约 " + low + "–" + high + " 分钟";
    }
    function old(seconds: int): string {
        return seconds < 0 ? "尚未连接" : "信息为 " + seconds + " 秒前";
    }
}
