//! Prefectures by their standard codes (JIS X 0401, the numbers of ISO 3166-2:JP).

use super::declare::keyword;

keyword! {
    /// The prefecture of a region, by its code of JIS X 0401 in quotation marks.
    pub enum Prefecture => "地域の都道府県。JIS X 0401のコードを引用符で囲んで書く" {
        /// Hokkaido.
        Hokkaido = "01" => "北海道",
        /// Aomori.
        Aomori = "02" => "青森県",
        /// Iwate.
        Iwate = "03" => "岩手県",
        /// Miyagi.
        Miyagi = "04" => "宮城県",
        /// Akita.
        Akita = "05" => "秋田県",
        /// Yamagata.
        Yamagata = "06" => "山形県",
        /// Fukushima.
        Fukushima = "07" => "福島県",
        /// Ibaraki.
        Ibaraki = "08" => "茨城県",
        /// Tochigi.
        Tochigi = "09" => "栃木県",
        /// Gunma.
        Gunma = "10" => "群馬県",
        /// Saitama.
        Saitama = "11" => "埼玉県",
        /// Chiba.
        Chiba = "12" => "千葉県",
        /// Tokyo.
        Tokyo = "13" => "東京都",
        /// Kanagawa.
        Kanagawa = "14" => "神奈川県",
        /// Niigata.
        Niigata = "15" => "新潟県",
        /// Toyama.
        Toyama = "16" => "富山県",
        /// Ishikawa.
        Ishikawa = "17" => "石川県",
        /// Fukui.
        Fukui = "18" => "福井県",
        /// Yamanashi.
        Yamanashi = "19" => "山梨県",
        /// Nagano.
        Nagano = "20" => "長野県",
        /// Gifu.
        Gifu = "21" => "岐阜県",
        /// Shizuoka.
        Shizuoka = "22" => "静岡県",
        /// Aichi.
        Aichi = "23" => "愛知県",
        /// Mie.
        Mie = "24" => "三重県",
        /// Shiga.
        Shiga = "25" => "滋賀県",
        /// Kyoto.
        Kyoto = "26" => "京都府",
        /// Osaka.
        Osaka = "27" => "大阪府",
        /// Hyogo.
        Hyogo = "28" => "兵庫県",
        /// Nara.
        Nara = "29" => "奈良県",
        /// Wakayama.
        Wakayama = "30" => "和歌山県",
        /// Tottori.
        Tottori = "31" => "鳥取県",
        /// Shimane.
        Shimane = "32" => "島根県",
        /// Okayama.
        Okayama = "33" => "岡山県",
        /// Hiroshima.
        Hiroshima = "34" => "広島県",
        /// Yamaguchi.
        Yamaguchi = "35" => "山口県",
        /// Tokushima.
        Tokushima = "36" => "徳島県",
        /// Kagawa.
        Kagawa = "37" => "香川県",
        /// Ehime.
        Ehime = "38" => "愛媛県",
        /// Kochi.
        Kochi = "39" => "高知県",
        /// Fukuoka.
        Fukuoka = "40" => "福岡県",
        /// Saga.
        Saga = "41" => "佐賀県",
        /// Nagasaki.
        Nagasaki = "42" => "長崎県",
        /// Kumamoto.
        Kumamoto = "43" => "熊本県",
        /// Oita.
        Oita = "44" => "大分県",
        /// Miyazaki.
        Miyazaki = "45" => "宮崎県",
        /// Kagoshima.
        Kagoshima = "46" => "鹿児島県",
        /// Okinawa.
        Okinawa = "47" => "沖縄県",
    }
}

impl Prefecture {
    /// Returns the id of the message with its name.
    #[must_use]
    pub fn message(self) -> String {
        format!("prefecture-{}", self.word())
    }
}
