package huibao.bench;

import java.util.Locale;

/** Ten thousand names of towns: two characters and what the town is, no two alike. */
final class TownNames {

    private static final String[] FIRST = """
            云Yun 白Bai 青Qing 红Hong 金Jin 银Yin 玉Yu 石Shi 龙Long 凤Feng
            虎Hu 鹤He 松Song 柏Bai 梅Mei 兰Lan 竹Zhu 荷He 桃Tao 柳Liu
            春Chun 夏Xia 秋Qiu 冬Dong 东Dong 西Xi 南Nan 后Hou 中Zhong 上Shang
            下Xia 大Da 小Xiao 长Chang 左Zuo 平Ping 安An 永Yong 太Tai 新Xin
            古Gu 清Qing 明Ming 光Guang 华Hua 丰Feng 富Fu 康Kang 福Fu 宝Bao
            天Tian 临Lin 景Jing 洪Hong 瑞Rui 祥Xiang 和He 仁Ren 义Yi 礼Li
            智Zhi 信Xin 德De 文Wen 武Wu 英Ying 双Shuang 三San 五Wu 七Qi
            九Jiu 百Bai 万Wan 千Qian 沙Sha 泉Quan 源Yuan 湖Hu 洛Luo 河He
            枣Zao 洋Yang 港Gang 桥Qiao 塘Tang 陆Lu 林Lin 枫Feng 梧Wu 桂Gui
            杏Xing 莲Lian 菱Ling 茶Cha 盐Yan 铁Tie 铜Tong 陶Tao 紫Zi 朱Zhu""".split("\\s+");

    private static final String[] SECOND = """
            山shan 水shui 坞wu 川chuan 浜bang 汇hui 渠qu 渡du 津jin 滩tan
            岭ling 岗gang 峰feng 谷gu 坪ping 坡po 台tai 城cheng 堡bao 关guan
            门men 店dian 集ji 场chang 坊fang 里li 村cun 庄zhuang 园yuan 田tian
            地di 洲zhou 岛dao 浦pu 岩yan 洞dong 池chi 潭tan 井jing 头tou
            口kou 尾wei 阳yang 阴yin 兴xing 盛sheng 昌chang 隆long 宁ning 顺shun
            泰tai 乐le 寿shou 恩en 礼li 贤xian 才cai 书shu 墨mo 琴qin
            马ma 牛niu 羊yang 雁yan 鹿lu 鱼yu 燕yan 莺ying 鹭lu 鸥ou
            树shu 木mu 枝zhi 叶ye 花hua 草cao 禾he 麦mai 稻dao 麻ma
            棉mian 桑sang 蚕can 丝si 绸chou 锦jin 布bu 衣yi 帆fan 舟zhou
            楼lou 阁ge 亭ting 塔ta 寺si 庙miao 祠ci 院yuan 巷xiang 街jie""".split("\\s+");

    private static final String[] KINDS = {"镇", "街道", "乡"};

    /** As many towns as there are names for. */
    static final int MOST = FIRST.length * SECOND.length;

    private TownNames() {}

    /** Full name, such as 云山镇, of a town numbered from 0. */
    static String full(int number) {
        return brief(number) + KINDS[number % KINDS.length];
    }

    /** The name without what the town is: 云山. */
    static String brief(int number) {
        return first(number).substring(0, 1) + second(number).substring(0, 1);
    }

    /** The name in Latin letters: Yunshan. */
    static String english(int number) {
        return first(number).substring(1) + second(number).substring(1).toLowerCase(Locale.ROOT);
    }

    private static String first(int number) {
        return FIRST[number % FIRST.length];
    }

    private static String second(int number) {
        return SECOND[(number / FIRST.length + number) % SECOND.length];
    }
}
