<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Bar</name>
    <message>
        <source>No. %1 · %2</source>
        <translation>%1号 %2</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>等候 %1</translation>
    </message>
    <message>
        <source>hall %1</source>
        <translation>全厅 %1</translation>
    </message>
    <message>
        <source>Open the window</source>
        <translation>展开</translation>
    </message>
</context>
<context>
    <name>BarKeys</name>
    <message>
        <source>Recall</source>
        <translation>重呼</translation>
    </message>
    <message>
        <source>Hold (%1)</source>
        <translation>挂起 (%1)</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>挂起</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>转移</translation>
    </message>
    <message>
        <source>No-show</source>
        <translation>过号</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Undo %1</source>
        <translation>撤销 %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>BarWords</name>
    <message>
        <source>Paused: %1</source>
        <translation>暂停：%1</translation>
    </message>
</context>
<context>
    <name>DeskHeader</name>
    <message>
        <source>No. %1 · %2</source>
        <translation>%1号 %2</translation>
    </message>
    <message>
        <source>Back to the bar</source>
        <translation>收起</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>waited %1′</source>
        <translation>等了 %1′</translation>
    </message>
    <message>
        <source>called %1</source>
        <translation>呼叫 %1</translation>
    </message>
    <message>
        <source>%1 of %2′</source>
        <translation>%1 / 约 %2′</translation>
    </message>
</context>
<context>
    <name>HeldPage</name>
    <message>
        <source>Bring back</source>
        <translation>恢复挂起</translation>
    </message>
    <message>
        <source>to their place in the line</source>
        <translation>回到原来的位置</translation>
    </message>
    <message>
        <source>on hold %1′</source>
        <translation>已挂起 %1′</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Counter</source>
        <translation>柜员窗口</translation>
    </message>
</context>
<context>
    <name>OverviewKeys</name>
    <message>
        <source>Recall</source>
        <translation>重呼</translation>
    </message>
    <message>
        <source>No-show</source>
        <translation>过号</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>挂起</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>转移</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Sign off</source>
        <translation>签退</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>No calls from here just now</source>
        <translation>此处暂不能叫号</translation>
    </message>
</context>
<context>
    <name>PausePage</name>
    <message>
        <source>Pause because of</source>
        <translation>暂停原因</translation>
    </message>
</context>
<context>
    <name>QuestionPage</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>SignOnPage</name>
    <message>
        <source>Sign on</source>
        <translation>签到</translation>
    </message>
    <message>
        <source>Staff number</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>Type your staff number first</source>
        <translation>请先输入工号</translation>
    </message>
    <message>
        <source>Choose a counter</source>
        <translation>请选择窗口</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>StateLine</name>
    <message>
        <source>Paused: %1</source>
        <translation>暂停：%1</translation>
    </message>
</context>
<context>
    <name>TimeBars</name>
    <message>
        <source>Waited</source>
        <translation>等候</translation>
    </message>
    <message>
        <source>%1′ of %2′</source>
        <translation>%1′ / %2′</translation>
    </message>
    <message>
        <source>Serving</source>
        <translation>办理中</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>已呼叫</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1 前</translation>
    </message>
    <message>
        <source>%1 of %2′</source>
        <translation>%1 / 约 %2′</translation>
    </message>
</context>
<context>
    <name>TransferPage</name>
    <message>
        <source>Send %1 to</source>
        <translation>将 %1 转至</translation>
    </message>
    <message>
        <source>A service</source>
        <translation>其他业务</translation>
    </message>
    <message>
        <source>A zone</source>
        <translation>其他区域</translation>
    </message>
    <message>
        <source>A counter</source>
        <translation>指定窗口</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>等候 %1</translation>
    </message>
    <message>
        <source>Nobody there can do this service.</source>
        <translation>该处无法办理此业务。</translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message>
        <source>for this counter</source>
        <translation>本窗口可叫</translation>
    </message>
    <message>
        <source>in the hall</source>
        <translation>全厅等候</translation>
    </message>
    <message>
        <source>%1 on hold</source>
        <translation>挂起 %1 位</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Disconnected</source>
        <translation>已断开</translation>
    </message>
    <message>
        <source>Signed off</source>
        <translation>未签到</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>Standing by</source>
        <translation>待命</translation>
    </message>
    <message>
        <source>Calling</source>
        <translation>呼叫中</translation>
    </message>
    <message>
        <source>Serving</source>
        <translation>办理中</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>Sign on</source>
        <translation>签到</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>呼叫</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Sign on to call customers.</source>
        <translation>请签到后叫号</translation>
    </message>
    <message>
        <source>Ready for the next customer</source>
        <translation>可以呼叫下一位</translation>
    </message>
    <message>
        <source>The next customer is called automatically</source>
        <translation>有客户时自动呼叫</translation>
    </message>
    <message>
        <source>Closed by the lobby manager</source>
        <translation>已由大堂经理关闭</translation>
    </message>
    <message>
        <source>This device is not admitted. Please call support.</source>
        <translation>本机未获授权，请联系技术支持</translation>
    </message>
    <message>
        <source>The system takes nothing in just now. Please wait.</source>
        <translation>系统暂停受理，请稍候</translation>
    </message>
    <message>
        <source>Connecting to the outlet</source>
        <translation>正在连接网点系统</translation>
    </message>
    <message>
        <source>No connection for %1 s</source>
        <translation>与系统断开 %1 秒</translation>
    </message>
    <message>
        <source>Call by hand, in the order of the paper tickets. Nothing is recorded meanwhile.</source>
        <translation>请按纸质号票先后顺序人工叫号，断开期间不作记录。</translation>
    </message>
    <message>
        <source>Called %1</source>
        <translation>已呼叫 %1</translation>
    </message>
    <message>
        <source>Started %1</source>
        <translation>已开始办理 %1</translation>
    </message>
    <message>
        <source>Finished %1</source>
        <translation>已办结 %1</translation>
    </message>
    <message>
        <source>%1 did not come</source>
        <translation>%1 已过号</translation>
    </message>
    <message>
        <source>Put %1 on hold</source>
        <translation>已挂起 %1</translation>
    </message>
    <message>
        <source>Sent %1 on</source>
        <translation>已转移 %1</translation>
    </message>
    <message>
        <source>%1 is back in the line</source>
        <translation>%1 已回到队列</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>1 recall first</source>
        <translation>还需重呼 1 次</translation>
    </message>
    <message>
        <source>%1 recalls first</source>
        <translation>还需重呼 %1 次</translation>
    </message>
    <message>
        <source>Nobody is called here meanwhile</source>
        <translation>暂停期间不会叫号</translation>
    </message>
    <message>
        <source>Closes after this one</source>
        <translation>办完后关闭</translation>
    </message>
</context>
</TS>
