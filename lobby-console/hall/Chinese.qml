// What the hall says in Chinese. It shows both languages at once, so neither is a translation.
pragma Singleton
import QtQml

QtObject {
    readonly property string please: "请"
    readonly property string go: "到"
    readonly property string counter: "号窗口"
    readonly property string quiet: "请取号等候"
    readonly property string connecting: phrases(["正在连接，\n", "请留意", "工作人员", "叫号"])
    readonly property string denied: phrases(["本屏未启用，\n", "请留意", "工作人员", "叫号"])
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
        return phrases(["优先照顾", "（由多到少）：", ...favoured.map((rank, i) => ranks[rank] + (i + 1 < favoured.length ? "、" : "。\n")),
                        "比您晚到 " + minutes + " 分钟", "以上者，", "不会在", "可为您", "服务的", "窗口", "先于您，", "工作人员", "说明原因", "的除外。"]);
    }
    /// A line may end between two phrases, but not within one: a word joiner holds its signs together.
    function phrases(all: var): string {
        return all.map(phrase => Array.from(phrase).join("\u2060")).join("");
    }
    readonly property string unwell: "暂停取号，请咨询大堂经理"
    readonly property string paused: "暂停"
    readonly property string live: "实时"
    function waiting(count: int): string { return count + " 人等候"; }
    function range(low: int, high: int): string {
        return low < 0 ? "— 暂不可估" : high < 1 ? "即可办理" : low < 1 ? high + " 分钟以内" : low === high ? "约 " + low + " 分钟" : "约 " + low + "–" + high + " 分钟";
    }
    function old(seconds: int): string {
        return seconds < 0 ? "尚未连接" : "信息为 " + seconds + " 秒前";
    }
}
